package guanjia.directory;

/**
 * Names a resident for ever, over all channels and homes. Tells nothing about the person.
 *
 * @param value opaque, not blank
 */
public record ResidentId(String value) {
    /** @throws IllegalArgumentException when blank */
    public ResidentId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A resident's id isn't blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
