package guanjia.inbound;

import com.mongodb.client.MongoDatabase;
import guanjia.conversations.Mailbox;
import guanjia.conversations.ProcessName;
import guanjia.delivery.ClosedAddresses;
import guanjia.delivery.TelegramApi;
import io.lettuce.core.RedisClient;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
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
    TelegramIntake telegramIntake(
            TelegramApi telegram, Mailbox mailbox, ClosedAddresses closed, InboundMeter meter, Clock clock) {
        return new TelegramIntake(new TelegramUpdates(clock), telegram, mailbox, closed, meter);
    }

    /** @param written by the operator */
    @Bean
    TelegramMode telegramMode(
            @Value("${guanjia.telegram.mode:}") String written,
            @Value("${guanjia.telegram.api-url:}") String apiUrl,
            PublicUrl url) {
        TelegramMode mode = TelegramMode.of(written);
        mode.checkReachableAt(url, !apiUrl.isBlank());
        return mode;
    }

    @Bean
    TelegramPoll telegramPoll(
            @Value("${guanjia.telegram.token}") String token,
            TelegramApi telegram,
            TelegramIntake intake,
            MongoDatabase database,
            InboundMeter meter) {
        PollingOffset offset = new PollingOffset(database, bot(token), Clock.systemUTC());
        return new TelegramPoll(telegram, intake, offset, meter);
    }

    @Bean
    PollingLease pollingLease(
            @Value("${guanjia.telegram.token}") String token, RedisClient redis, ProcessName process) {
        return new PollingLease(redis, "telegram:polling:" + bot(token), process.value());
    }

    @Bean
    SmartLifecycle telegramUpdates(
            TelegramMode mode,
            TelegramApi telegram,
            TelegramPoll poll,
            PollingLease lease,
            PublicUrl url,
            WebhookSecret secret,
            InboundWords words) {
        TelegramCommands commands = new TelegramCommands(words);
        return switch (mode) {
            case POLLING ->
                new TelegramPolling(poll, lease, () -> {
                    telegram.deleteWebhook();
                    commands.register(telegram);
                });
            case WEBHOOK ->
                new TelegramRegistration(() -> {
                    telegram.setWebhook(url.path("/webhooks/telegram"), secret.value(), TelegramFields.UPDATES_READ);
                    commands.register(telegram);
                });
        };
    }

    private static String bot(String token) {
        return token.strip().replaceFirst(":.*", "");
    }
}
