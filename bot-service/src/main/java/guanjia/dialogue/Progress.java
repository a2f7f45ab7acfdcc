package guanjia.dialogue;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * How far one run of a flow has come. Answers are kept until the flow ends, also those that the flow doesn't reach at the moment.
 *
 * @param flow name of the flow
 * @param instance tells this run from others of the conversation, in tokens
 * @param answers by question name, in the order given
 * @param said which {@link Script#say} texts were said, as fingerprints
 * @param askedAt when the pending question was asked last
 */
public record Progress(String flow, String instance, Map<String, Answer> answers, Set<String> said, Instant askedAt) {
    public Progress {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        said = Collections.unmodifiableSet(new LinkedHashSet<>(said));
    }

    static Progress begin(String flow, String instance, Instant at) {
        return new Progress(flow, instance, Map.of(), Set.of(), at);
    }

    Progress with(String question, Answer answer) {
        Map<String, Answer> more = new LinkedHashMap<>(answers);
        more.put(question, answer);
        return new Progress(flow, instance, more, said, askedAt);
    }

    Progress without(String question) {
        Map<String, Answer> fewer = new LinkedHashMap<>(answers);
        fewer.remove(question);
        return new Progress(flow, instance, fewer, said, askedAt);
    }

    Progress asked(Instant at) {
        return new Progress(flow, instance, answers, said, at);
    }
}
