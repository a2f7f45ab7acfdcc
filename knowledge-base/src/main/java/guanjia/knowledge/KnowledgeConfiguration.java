package guanjia.knowledge;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The knowledge base as beans, where questions are answered or handbooks kept. Warmed up by a runner, which the application finishes before
 * it reports readiness.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("${guanjia.role.bot:true} or ${guanjia.role.console:true}")
@EnableConfigurationProperties({KnowledgeSettings.class, LlmSettings.class})
class KnowledgeConfiguration {
    @Bean(destroyMethod = "close")
    Embedder knowledgeEmbedder(KnowledgeSettings settings) {
        return new Embedder(settings.threads());
    }

    /** The model's clock is the system's: how long it rests isn't business time. */
    @Bean
    Wordsmith wordsmith(LlmSettings settings) {
        return settings.isOn() ? new GroundedWording(new LanguageModel(settings, Clock.systemUTC())) : Wordsmith.NONE;
    }

    @Bean(destroyMethod = "close")
    Assembly knowledgeAssembly(
            MongoDatabase database, Clock clock, KnowledgeSettings settings, Embedder embedder, Wordsmith wordsmith) {
        return new Assembly(database, clock, settings, embedder, wordsmith);
    }

    @Bean
    KnowledgeBase knowledgeBase(Assembly assembly) {
        return assembly.answering();
    }

    @Bean
    Readings readings(Assembly assembly) {
        return assembly.readings();
    }

    @Bean
    Handbooks handbooks(Assembly assembly) {
        return assembly.handbooks();
    }

    @Bean
    NoticesInForce noticesInForce(Assembly assembly) {
        return assembly.notices();
    }

    @Bean
    Glossary glossary(Assembly assembly) {
        return assembly.glossary();
    }

    @Bean
    Gaps gaps(Assembly assembly) {
        return assembly.gaps();
    }

    @Bean
    ApplicationRunner knowledgeWarmUp(Assembly assembly) {
        return arguments -> assembly.warmUp();
    }
}
