package guanjia.knowledge;

import java.util.List;
import java.util.Optional;

/** Words an answer from what was found; empty when it can't or its words don't stand the checks: then the extract is shown. */
@FunctionalInterface
interface Wordsmith {
    /** No model: always the extract. */
    Wordsmith NONE = (question, asked, results) -> Optional.empty();

    Optional<Answer> word(Question question, Asked asked, List<Finding.Result> results);
}
