package guanjia.dialogue;

import java.util.List;

/**
 * Keys of the engine's own messages. Every message file must have all of {@link #all()}, and besides for every flow {@code flow.<name>},
 * what it is about ("the repair"), and for every question its prompt and {@code <prompt>.name} ("time of the visit").
 *
 * <p>Arguments: {@code cancel-sure}, {@code resume-offer}, {@code resumed}, {@code still-there} and {@code parked} get {@code matter}, the
 * flow's {@code flow.<name>}; {@code photo-count} gets {@code count}. The prompt of a question for pictures gets {@code count} (received so far), {@code min} and
 * {@code max}; that of a confirmation gets the answers so far by their questions' names.
 */
public final class Messages {
    static final String DONE = "dialogue.done";
    static final String YES = "dialogue.yes";
    static final String NO = "dialogue.no";
    static final String SKIP = "dialogue.skip";
    static final String SKIPPED = "dialogue.skipped";
    static final String THAT_IS_ALL = "dialogue.that-is-all";
    static final String PHOTO_COUNT = "dialogue.photo-count";
    static final String PHOTOS_CLEAR = "dialogue.photos-clear";
    static final String PHOTO_UNASKED = "dialogue.photo-unasked";
    static final String PHOTO_KEPT = "dialogue.photo-kept";
    static final String PHOTOS_FULL = "dialogue.photos-full";
    static final String PHOTOS_MISSING = "dialogue.photos-missing";
    static final String PERSON = "dialogue.person";
    static final String NOT_UNDERSTOOD = "dialogue.not-understood";
    static final String NOT_UNDERSTOOD_OFFER = "dialogue.not-understood-offer";
    static final String HANDING_OFF = "dialogue.handing-off";
    static final String HANDING_OFF_SORRY = "dialogue.handing-off-sorry";
    static final String NOT_OFFERED = "dialogue.not-offered";
    static final String NOTHING_TO_CHOOSE = "dialogue.nothing-to-choose";
    static final String CONTACT_NOT_OWN = "dialogue.contact-not-own";
    static final String CONTACT_UNASKED = "dialogue.contact-unasked";
    static final String CHANGE_WHAT = "dialogue.change-what";
    static final String CANCEL = "dialogue.cancel";
    static final String CANCEL_SURE = "dialogue.cancel-sure";
    static final String CANCELLED = "dialogue.cancelled";
    static final String NOTHING_RUNS = "dialogue.nothing-runs";
    static final String STOPPED = "dialogue.stopped";
    static final String FIRST_QUESTION = "dialogue.first-question";
    static final String REQUIRED = "dialogue.required";
    static final String CHANGED = "dialogue.changed";
    static final String OLD_BUTTON = "dialogue.old-button";
    static final String FLOW_GONE = "dialogue.flow-gone";
    static final String MENU = "dialogue.menu";
    static final String LANGUAGE = "dialogue.language";
    static final String PARKED = "dialogue.parked";
    static final String STILL_THERE = "dialogue.still-there";
    static final String RESUME_OFFER = "dialogue.resume-offer";
    static final String GO_ON = "dialogue.go-on";
    static final String RESUMED = "dialogue.resumed";
    static final String DROP = "dialogue.drop";
    static final String DROPPED = "dialogue.dropped";
    static final String EXPIRED = "dialogue.expired";
    static final String WITH_STAFF = "dialogue.with-staff";
    static final String BACK_FROM_STAFF = "dialogue.back-from-staff";

    private Messages() {}

    /** All keys. */
    public static List<String> all() {
        return List.of(
                DONE,
                YES,
                NO,
                SKIP,
                SKIPPED,
                THAT_IS_ALL,
                PHOTO_COUNT,
                PHOTOS_CLEAR,
                PHOTO_UNASKED,
                PHOTO_KEPT,
                PHOTOS_FULL,
                PHOTOS_MISSING,
                PERSON,
                NOT_UNDERSTOOD,
                NOT_UNDERSTOOD_OFFER,
                HANDING_OFF,
                HANDING_OFF_SORRY,
                NOT_OFFERED,
                NOTHING_TO_CHOOSE,
                CONTACT_NOT_OWN,
                CONTACT_UNASKED,
                CHANGE_WHAT,
                CANCEL,
                CANCEL_SURE,
                CANCELLED,
                NOTHING_RUNS,
                STOPPED,
                FIRST_QUESTION,
                REQUIRED,
                CHANGED,
                OLD_BUTTON,
                FLOW_GONE,
                MENU,
                LANGUAGE,
                PARKED,
                STILL_THERE,
                RESUME_OFFER,
                GO_ON,
                RESUMED,
                DROP,
                DROPPED,
                EXPIRED,
                WITH_STAFF,
                BACK_FROM_STAFF);
    }
}
