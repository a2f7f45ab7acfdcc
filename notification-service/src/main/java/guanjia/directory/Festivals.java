package guanjia.directory;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The days people celebrate, computed for any year from 1900 on (no table that ends). Lunar days are those of the Chinese calendar,
 * which everybody counts by Beijing time whatever the estate's zone.
 */
public final class Festivals {
    private static final int CLEAR_BRIGHTNESS = 7;
    private static final Map<Integer, LocalDate> SPRING_FESTIVALS = new ConcurrentHashMap<>();

    private Festivals() {}

    /** A festival, by its usual English name. */
    public enum Festival {
        /** 元旦 */
        NEW_YEARS_DAY,
        /** 除夕 */
        SPRING_FESTIVAL_EVE,
        /** 春节 */
        SPRING_FESTIVAL,
        /** 元宵 */
        LANTERN,
        /** 妇女节 */
        WOMENS_DAY,
        /** 清明 */
        TOMB_SWEEPING,
        /** 劳动节 */
        LABOUR_DAY,
        /** 儿童节 */
        CHILDRENS_DAY,
        /** 端午 */
        DRAGON_BOAT,
        /** 中秋 */
        MID_AUTUMN,
        /** 国庆 */
        NATIONAL_DAY,
        /** 重阳 */
        DOUBLE_NINTH,
        /** 圣诞 */
        CHRISTMAS
    }

    /** The first day of the lunar year that begins in this year. */
    public static LocalDate springFestival(int year) {
        return SPRING_FESTIVALS.computeIfAbsent(year, y -> lunar(y, 1, 1));
    }

    /** The day of a festival in a year of the common calendar. */
    public static LocalDate dayOf(Festival festival, int year) {
        return switch (festival) {
            case NEW_YEARS_DAY -> LocalDate.of(year, 1, 1);
            case SPRING_FESTIVAL_EVE -> springFestival(year).minusDays(1);
            case SPRING_FESTIVAL -> springFestival(year);
            case LANTERN -> springFestival(year).plusDays(14);
            case WOMENS_DAY -> LocalDate.of(year, 3, 8);
            case TOMB_SWEEPING ->
                date(SolarTerm.fromIndex(year, CLEAR_BRIGHTNESS).getJulianDay().getSolarDay());
            case LABOUR_DAY -> LocalDate.of(year, 5, 1);
            case CHILDRENS_DAY -> LocalDate.of(year, 6, 1);
            case DRAGON_BOAT -> lunar(year, 5, 5);
            case MID_AUTUMN -> lunar(year, 8, 15);
            case NATIONAL_DAY -> LocalDate.of(year, 10, 1);
            case DOUBLE_NINTH -> lunar(year, 9, 9);
            case CHRISTMAS -> LocalDate.of(year, 12, 25);
        };
    }

    /** The festival of a day; empty on most days. */
    public static Optional<Festival> on(LocalDate day) {
        for (Festival festival : Festival.values()) {
            if (dayOf(festival, day.getYear()).equals(day)) {
                return Optional.of(festival);
            }
        }
        return Optional.empty();
    }

    private static LocalDate lunar(int year, int month, int day) {
        return date(LunarDay.fromYmd(year, month, day).getSolarDay());
    }

    private static LocalDate date(SolarDay day) {
        return LocalDate.of(
                day.getSolarMonth().getSolarYear().getYear(),
                day.getSolarMonth().getMonth(),
                day.getDay());
    }
}
