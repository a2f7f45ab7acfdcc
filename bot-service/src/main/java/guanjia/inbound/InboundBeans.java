package guanjia.inbound;

import guanjia.conversations.Drafts;
import guanjia.conversations.Transcript;
import guanjia.delivery.WebNudges;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

/** What all channels share, and the web chat. */
@Configuration(proxyBeanMethods = false)
@OnBotRole
class InboundBeans {
    /** How late a line may be when its nudge got lost. */
    private static final Duration REREAD = Duration.ofSeconds(4);

    @Bean
    PublicUrl publicUrl(@Value("${guanjia.public-url}") String url) {
        return new PublicUrl(url);
    }

    @Bean
    InboundMeter inboundMeter(MeterRegistry registry) {
        return new InboundMeter(registry);
    }

    @Bean
    InboundWords inboundWords() {
        return new InboundWords();
    }

    @Bean
    ChatVisitors chatVisitors() {
        SecureRandom random = new SecureRandom();
        return () -> ChatVisitor.fresh(random);
    }

    /** Its threads are no bean: a bean that is an executor would switch off Boot's own, which runs controllers on virtual threads. */
    @Bean
    ChatFeed chatFeed(Transcript transcript, Drafts drafts, WebNudges nudges) {
        ThreadFactory threads = Thread.ofVirtual().name("chat-read-", 0).factory();
        return new ChatFeed(
                transcript,
                drafts,
                nudges,
                Schedulers.fromExecutorService(Executors.newThreadPerTaskExecutor(threads)),
                REREAD);
    }
}
