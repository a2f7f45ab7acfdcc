package guanjia.inbound;

import com.mongodb.client.MongoDatabase;
import guanjia.conversations.Mailbox;
import guanjia.delivery.TelegramApi;
import io.lettuce.core.RedisClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Telegram's way in, where a token is set. */
@Configuration(proxyBeanMethods = false)
@OnTelegram
class TelegramBeans {
    @Bean
    WebhookSecret webhookSecret(
            @Value("${guanjia.telegram.webhook-secret:}") String configured, MongoDatabase database) {
        return WebhookSecret.configuredOrKept(configured, database, new SecureRandom());
    }

    @Bean
    TelegramIntake telegramIntake(TelegramApi telegram, Mailbox mailbox, InboundMeter meter, Clock clock) {
        return new TelegramIntake(new TelegramUpdates(clock), telegram, mailbox, meter);
    }

    @Bean
    @ConditionalOnProperty(name = "guanjia.telegram.mode", havingValue = "polling", matchIfMissing = true)
    TelegramPolling telegramPolling(
            @Value("${guanjia.telegram.token}") String token,
            TelegramApi telegram,
            TelegramIntake intake,
            MongoDatabase database,
            RedisClient redis,
            InboundMeter meter,
            InboundWords words) {
        String bot = token.replaceFirst(":.*", "");
        PollingOffset offset = new PollingOffset(database, bot, Clock.systemUTC());
        PollingLease lease = new PollingLease(
                redis, "telegram:polling:" + bot, UUID.randomUUID().toString());
        return new TelegramPolling(new TelegramPoll(telegram, intake, offset, meter), lease, () -> {
            telegram.deleteWebhook();
            new TelegramCommands(words).register(telegram);
        });
    }

    @Bean
    @ConditionalOnProperty(name = "guanjia.telegram.mode", havingValue = "webhook")
    TelegramRegistration telegramRegistration(
            TelegramApi telegram, PublicUrl url, WebhookSecret secret, InboundWords words) {
        return new TelegramRegistration(() -> {
            telegram.setWebhook(url.path("/webhooks/telegram"), secret.value());
            new TelegramCommands(words).register(telegram);
        });
    }
}
