package guanjia.conversations;

/**
 * What a resident typed, with the form that words are compared in: made once for all who read the message.
 *
 * @param text as typed
 * @param plain the same as {@link Phrases#plain} makes it
 */
record Typed(String text, String plain) {
    static Typed of(String text) {
        return new Typed(text, Phrases.plain(text));
    }
}
