package guanjia.conversations;

import guanjia.stores.TroubleLog;

/**
 * Gets what was said on its way in a process that takes no turns. What it doesn't get done is left to the sweeper of a process that does.
 * Thread-safe.
 */
final class OutboxRunner {
    private static final TroubleLog TROUBLE = TroubleLog.of(OutboxRunner.class);

    private final Conversations conversations;
    private final Dispatch dispatch;
    private final TurnThreads threads;

    OutboxRunner(Conversations conversations, Dispatch dispatch, TurnThreads threads) {
        this.conversations = conversations;
        this.dispatch = dispatch;
        this.threads = threads;
    }

    /** Hands over what lies in the outbox, in the background. */
    void schedule(ConversationId id) {
        threads.run(() -> work(id));
    }

    private void work(ConversationId id) {
        try {
            conversations.find(id).ifPresent(conversation -> {
                dispatch.handOver(conversation, conversation.traffic().outbox());
                if (conversation.traffic().toRead().isEmpty()) {
                    conversations.settle(conversation);
                }
            });
        } catch (RuntimeException e) {
            TROUBLE.tell("What was said leaves later", e);
        }
    }
}
