package guanjia.bench;

/**
 * One thing a resident does.
 *
 * @param kind its part of the mix
 * @param words what is typed, or the token of the button that is pressed
 * @param message the message whose button is pressed; 0 for typed words
 */
record Act(Kind kind, String words, int message) {
    /** The parts of the mix and their shares in percent. */
    enum Kind {
        /** Buttons, and answers to what a flow asks. */
        BUTTON(50),
        /** Menu, greetings, and free text while a flow asks something. */
        TALK(30),
        /** Questions that the handbook answers. */
        QUESTION(10),
        /** What nobody understands or no handbook answers. */
        UNKNOWN(10);

        final int percent;

        Kind(int percent) {
            this.percent = percent;
        }

        /** @param point 0 to 99 */
        static Kind at(int point) {
            int left = point;
            for (Kind kind : values()) {
                left -= kind.percent;
                if (left < 0) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("Not under 100: " + point);
        }
    }

    /** As Telegram writes it. @param update its id, unlike any other */
    String update(int update, long chat) {
        String person = "{\"id\":" + chat + ",\"is_bot\":false,\"first_name\":\"住户\",\"language_code\":\"zh-hans\"}";
        String room = "{\"id\":" + chat + ",\"type\":\"private\",\"first_name\":\"住户\"}";
        long now = System.currentTimeMillis() / 1000;
        if (message == 0) {
            return "{\"update_id\":" + update + ",\"message\":{\"message_id\":" + update + ",\"from\":" + person
                    + ",\"chat\":" + room + ",\"date\":" + now + ",\"text\":\"" + words + "\"}}";
        }
        return "{\"update_id\":" + update + ",\"callback_query\":{\"id\":\"c" + update + "\",\"from\":" + person
                + ",\"chat_instance\":\"1\",\"data\":\"" + words + "\",\"message\":{\"message_id\":" + message
                + ",\"chat\":" + room + ",\"date\":" + now + ",\"text\":\"…\"}}}";
    }
}
