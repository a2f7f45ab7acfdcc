package guanjia.knowledge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the knowledge base searches and when it stays silent; {@code guanjia.knowledge.*}. The defaults were fitted by {@link Fit} on the
 * tuning questions.
 *
 * @param threads questions embedded at a time
 * @param search how sections are ranked
 * @param abstention when the best one is shown
 */
@ConfigurationProperties("guanjia.knowledge")
record KnowledgeSettings(
        @DefaultValue("2") int threads,
        @DefaultValue SearchSettings search,
        @DefaultValue Abstention abstention) {
    static final KnowledgeSettings DEFAULT = new KnowledgeSettings(2, SearchSettings.DEFAULT, Abstention.DEFAULT);
}
