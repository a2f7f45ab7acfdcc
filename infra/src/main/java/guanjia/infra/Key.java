package guanjia.infra;

import java.util.Arrays;

/**
 * A place in an ordered map of the embedded MongoDB: bytes that sort, byte by byte, as MongoDB sorts the values they stand for. The encoding of
 * a value never is the beginning of another value's, so a compound key can be searched by its first values.
 */
record Key(byte[] bytes) implements Comparable<Key> {
    /** Greater than every first byte of an encoded value. */
    private static final byte AFTER_ALL_VALUES = (byte) 0xFF;

    static final Key EMPTY = new Key(new byte[0]);

    Key followedBy(Key next) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
        System.arraycopy(next.bytes, 0, joined, bytes.length, next.bytes.length);
        return new Key(joined);
    }

    Key followedBy(byte next) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + 1);
        joined[bytes.length] = next;
        return new Key(joined);
    }

    /** A key after all keys that begin with this one, and before all others that follow them. */
    Key end() {
        return followedBy(AFTER_ALL_VALUES);
    }

    /** The kind of the first value: kinds are never equal nor ordered by content, numbers of all widths are one kind. */
    byte kind() {
        return bytes[0];
    }

    /** Comes after all values of the kind of the first one: the largest numbers begin with the greatest byte themselves. */
    byte nextKind() {
        return (byte) (kind() + 1);
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Key[" + bytes.length + " bytes]";
    }
}
