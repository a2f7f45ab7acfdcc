package guanjia.conversations;

/** Wishes about the conversation that residents say in a few fixed words; the words stand in {@code phrases.properties}. */
enum Phrase {
    CANCEL,
    BACK,
    SKIP,
    REPEAT,
    CORRECT,
    RESUME,
    MENU,
    HELP,
    PERSON,
    LANGUAGE,
    SIMPLIFIED,
    TRADITIONAL,
    ENGLISH,
    STOP,
    ESTATE,
    GREETING,
    THANKS,
    BYE,
    FINE,
    UPSET,
    IDENTITY
}
