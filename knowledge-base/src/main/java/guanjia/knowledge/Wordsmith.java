package guanjia.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Words an answer from what was found; empty when it can't or its words don't stand the checks: then the extract is shown. */
@FunctionalInterface
interface Wordsmith {
    /** No model: always the extract. */
    Wordsmith NONE = (question, asked, results, watcher) -> Optional.empty();

    /** @param watcher told checked beginnings of the answer while it is being written; of no consequence when the end fails the checks */
    Optional<Answer> word(
            Question question, Asked asked, List<Finding.Result> results, Optional<Consumer<String>> watcher);
}
