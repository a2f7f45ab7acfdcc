package guanjia.directory;

import java.util.List;
import java.util.Optional;

/**
 * All estates of the installation. Reading is cheap enough for every turn: answers come from memory and are at most 5 s old in other
 * processes than the one that saved. Blocking; safe for use by many threads. Who may see or change an estate is decided before the call.
 */
public interface Estates {
    /** What came of saving. */
    enum Saved {
        DONE,
        /** Another estate has this short code. */
        SHORT_CODE_TAKEN
    }

    /** The estate of this code; empty when there is none. */
    Optional<Estate> find(EstateCode code);

    /** The same as it is stored just now, for who changes it. */
    Optional<Estate> stored(EstateCode code);

    /** All, ordered by name, as a resident is asked to choose one. */
    List<Estate> all();

    /**
     * The estate that an SMS was written to.
     *
     * @param number the number or messaging service written to, as in {@link Estate.Sms#from()}
     * @return empty when it is nobody's or several estates share it: then somebody has to ask
     */
    Optional<Estate> findBySmsNumber(String number);

    /** Adds an estate or replaces the one with the same code. */
    Saved save(Estate estate);

    /** A short code for a new estate that no other has, made of the letters of its code ({@code yihe} → {@code YH}). */
    String freeShortCode(EstateCode code);
}
