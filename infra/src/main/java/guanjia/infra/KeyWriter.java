package guanjia.infra;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values of documents as {@link Key}s, in MongoDB's order of kinds and values. Absent and null are one value, as in MongoDB's indexes. */
final class KeyWriter {
    private static final int MIN = 0x05;
    private static final int EMPTY_ARRAY = 0x08;
    private static final int NULL = 0x0A;
    private static final int NUMBER = 0x10;
    private static final int TEXT = 0x18;
    private static final int DOCUMENT = 0x20;
    private static final int ARRAY = 0x28;
    private static final int BINARY = 0x30;
    private static final int UUID_KIND = 0x31;
    private static final int LEGACY_UUID = 0x32;
    private static final int OBJECT_ID = 0x38;
    private static final int BOOLEAN = 0x40;
    private static final int DATE = 0x48;
    private static final int TIMESTAMP = 0x50;
    private static final int OTHER = 0x58;
    private static final int MAX = 0x60;

    /** Stands in an index for an array without elements, so that its document is found by the other fields. */
    static final Object NO_ELEMENTS = new Object();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32);

    private KeyWriter() {}

    static Key of(@Nullable Object value) {
        KeyWriter writer = new KeyWriter();
        writer.write(value);
        return new Key(writer.out.toByteArray());
    }

    static Key of(Iterable<? extends @Nullable Object> values) {
        KeyWriter writer = new KeyWriter();
        values.forEach(writer::write);
        return new Key(writer.out.toByteArray());
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.write(NULL);
            case Missing missing -> out.write(NULL);
            case Number number -> number(number);
            case String text -> terminated(TEXT, text.getBytes(StandardCharsets.UTF_8));
            case Map<?, ?> document -> document(document);
            case Collection<?> array -> array(array);
            case BinData binary -> terminated(BINARY, binary.getData());
            case UUID uuid -> uuid(UUID_KIND, uuid);
            case LegacyUUID uuid -> uuid(LEGACY_UUID, uuid.getUuid());
            case ObjectId id -> fixed(OBJECT_ID, id.toByteArray());
            case Boolean yes -> fixed(BOOLEAN, new byte[] {(byte) (yes ? 1 : 0)});
            case Instant time -> whole(DATE, time.toEpochMilli());
            case BsonTimestamp time -> whole(TIMESTAMP, time.getValue());
            case MinKey min -> out.write(MIN);
            case MaxKey max -> out.write(MAX);
            default -> special(value);
        }
    }

    private void special(Object value) {
        if (value == NO_ELEMENTS) {
            out.write(EMPTY_ARRAY);
        } else {
            terminated(OTHER, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Numbers of all widths compare by value: the nearest double first, then what it leaves. */
    private void number(Number value) {
        double nearest = value.doubleValue();
        out.write(NUMBER);
        real(nearest);
        real(Double.isNaN(nearest) || Double.isInfinite(nearest) ? 0 : rest(value, nearest));
    }

    private static double rest(Number value, double nearest) {
        return switch (value) {
            case Decimal128 exact ->
                exact.toBigDecimal().subtract(new BigDecimal(nearest)).doubleValue();
            case Long exact
            when Math.abs(nearest) > 1L << 53 ->
                BigDecimal.valueOf(exact).subtract(new BigDecimal(nearest)).doubleValue();
            default -> 0;
        };
    }

    private void real(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        eightBytes(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }

    private void document(Map<?, ?> document) {
        out.write(DOCUMENT);
        document.forEach((name, value) -> {
            terminated(1, name.toString().getBytes(StandardCharsets.UTF_8));
            write(value);
        });
        out.write(0);
    }

    private void array(Collection<?> elements) {
        out.write(ARRAY);
        for (Object element : elements) {
            write(element);
        }
        out.write(0);
    }

    private void uuid(int kind, UUID uuid) {
        out.write(kind);
        eightBytes(uuid.getMostSignificantBits());
        eightBytes(uuid.getLeastSignificantBits());
    }

    private void whole(int kind, long value) {
        out.write(kind);
        eightBytes(value ^ Long.MIN_VALUE);
    }

    private void fixed(int kind, byte[] bytes) {
        out.write(kind);
        out.writeBytes(bytes);
    }

    private void terminated(int kind, byte[] bytes) {
        out.write(kind);
        for (byte b : bytes) {
            out.write(b);
            if (b == 0) {
                out.write(0xFF);
            }
        }
        out.write(0);
        out.write(1);
    }

    private void eightBytes(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }
}
