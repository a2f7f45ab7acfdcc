package guanjia.inbound;

import guanjia.conversations.Transcript;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.SmartLifecycle;
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

    /** Without nudges a line comes with the next regular reading. */
    @Bean
    @ConditionalOnMissingBean
    ChatNudges chatNudges() {
        return (chat, nudge) -> () -> {};
    }

    @Bean(destroyMethod = "close")
    ExecutorService chatReads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("chat-read-", 0).factory());
    }

    @Bean
    ChatFeed chatFeed(Transcript transcript, ChatNudges nudges, ExecutorService chatReads) {
        return new ChatFeed(transcript, nudges, Schedulers.fromExecutorService(chatReads), REREAD);
    }

    /** Open feeds would hold up the web server's stop: they end first. */
    @Bean
    SmartLifecycle chatFeedEnd(ChatFeed feed) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                feed.close();
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return Integer.MAX_VALUE;
            }
        };
    }
}
