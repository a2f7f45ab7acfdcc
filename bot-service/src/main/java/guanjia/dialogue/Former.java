package guanjia.dialogue;

import java.util.Optional;

/**
 * A question that a flow asked in an earlier version. Answers and buttons under its name live on in conversations, drafts and chat histories,
 * so a name that was used once is never taken for another question.
 *
 * @param name what it was called
 * @param successor the question that takes its answers over, which are checked anew; empty when nobody needs them any more
 */
public record Former(String name, Optional<String> successor) {
    /** The same question under another name. */
    public static Former renamed(String was, String now) {
        return new Former(was, Optional.of(now));
    }

    /** A question that isn't asked any more. */
    public static Former dropped(String was) {
        return new Former(was, Optional.empty());
    }
}
