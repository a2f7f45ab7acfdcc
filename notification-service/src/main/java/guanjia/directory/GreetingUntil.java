package guanjia.directory;

/** The last day of the lunar year on which people still wish each other a happy new year. */
public enum GreetingUntil {
    /** 初七, when work has begun again. */
    SEVENTH(7),
    /** 十五, the Lantern Festival. */
    FIFTEENTH(15);

    private final int day;

    GreetingUntil(int day) {
        this.day = day;
    }

    /** The day of the first lunar month. */
    int day() {
        return day;
    }
}
