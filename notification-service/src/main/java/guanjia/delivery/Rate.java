package guanjia.delivery;

import java.time.Duration;

/**
 * How fast a sender may send.
 *
 * @param perSecond messages a second of the whole sender, over zero
 * @param betweenInChat the time between two messages of one chat; zero for no such limit
 * @param burstInChat how many messages may go to one chat at once before that time counts
 */
record Rate(double perSecond, Duration betweenInChat, int burstInChat) {
    /**
     * Telegram: one message a second in a chat, "short bursts that go over this limit" are fine (Bot FAQ, "My bot is hitting limits"); a
     * turn with its follow-up question is three messages at most.
     */
    static Rate telegram(double perSecond) {
        return new Rate(perSecond, Duration.ofSeconds(1), 3);
    }

    static Rate sms(double perSecond) {
        return new Rate(perSecond, Duration.ZERO, 1);
    }
}
