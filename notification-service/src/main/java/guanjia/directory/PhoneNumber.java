package guanjia.directory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in E.164 form, e.g. {@code +85251234567}. Personal data: {@link #toString()} is masked so that a log line, an error
 * or a debugger's view can't leak it; {@link #e164()} is the only way to the number.
 *
 * @param e164 {@code +}, then 7 to 15 digits (ITU-T E.164 §6)
 */
public record PhoneNumber(String e164) {
    private static final Pattern FORM = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern SAMPLE = Pattern.compile("\\+8525550\\d{4}|\\+86170000\\d{5}");
    private static final Pattern WRITTEN = Pattern.compile("(?i)(?:tel:)?[\\p{Nd}\\s+＋()（）.\\p{Pd}－/]{4,40}");

    /** @throws IllegalArgumentException when it isn't E.164; the message doesn't repeat the number */
    public PhoneNumber {
        if (!FORM.matcher(e164).matches()) {
            throw new IllegalArgumentException("A phone number is written as + and 7 to 15 digits");
        }
    }

    /** A number that is in E.164 form already; empty when it isn't one. */
    public static Optional<PhoneNumber> ofE164(String written) {
        return FORM.matcher(written).matches() ? Optional.of(new PhoneNumber(written)) : Optional.empty();
    }

    /**
     * Reads a number as people write it (spaces, dashes, full-width digits, national or international form).
     *
     * @param written what was written
     * @param region two-letter country used when the number has no {@code +}, e.g. {@code HK}
     * @return empty when it can't be a phone number of any country
     */
    public static Optional<PhoneNumber> parse(String written, String region) {
        if (!WRITTEN.matcher(written.strip()).matches()) {
            return Optional
                    .empty(); // the library reads letters as keys: 1.38E+10, a broken spreadsheet cell, became a number
        }
        try {
            PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
            var parsed = phones.parse(written, region);
            return phones.isPossibleNumber(parsed)
                    ? Optional.of(new PhoneNumber(phones.format(parsed, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The two-letter country of the number, e.g. {@code HK}; {@code ZZ} when unknown. */
    public String country() {
        try {
            PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
            String region = phones.getRegionCodeForNumber(phones.parse(e164, null));
            return region == null ? "ZZ" : region;
        } catch (NumberParseException e) {
            return "ZZ";
        }
    }

    /**
     * Whether the number lies in the ranges marked for samples, which no real channel ever sends to: {@code +852 5550 xxxx} and
     * {@code +86 170 000x xxxx}.
     */
    public boolean isSample() {
        return SAMPLE.matcher(e164).matches();
    }

    /** For people who may know that there is a number, but not which: {@code +852****4567}. */
    public String masked() {
        return e164.substring(0, Math.min(4, e164.length() - 4)) + "****" + e164.substring(e164.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
