package guanjia.conversations;

import guanjia.delivery.WebNudges;

/** No page is open. */
final class NoNudges implements WebNudges {
    @Override
    public void nudge(String conversation) {}

    @Override
    public Listening listen(String conversation, Runnable heard) {
        return () -> {};
    }
}
