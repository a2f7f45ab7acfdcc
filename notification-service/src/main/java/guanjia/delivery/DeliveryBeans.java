package guanjia.delivery;

import com.mongodb.client.MongoDatabase;
import com.twilio.http.TwilioRestClient;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/** Delivery as beans. Business time only says when a message is too late; leases and limits run on real time. */
@Configuration(proxyBeanMethods = false)
class DeliveryBeans {
    private static final String REDIS_KEYS = "guanjia:delivery:";
    private static final String NOTIFIER = "guanjia.role.notifier"; // see GUANJIA_ROLES

    @Bean
    DeliverySettings deliverySettings(Environment environment) {
        return settings(environment);
    }

    /** Before any other bean is made: one that needs the missing half of a pair would fail with a worse sentence. */
    @Bean
    static BeanFactoryPostProcessor deliverySettingsCheck(Environment environment) {
        return beans -> settings(environment);
    }

    @Bean(destroyMethod = "close")
    RedisWebNudges webNudges(RedisClient redis) {
        return new RedisWebNudges(redis);
    }

    @Bean
    WebChannel webChannel(WebNudges nudges) {
        return new WebChannel(nudges);
    }

    @Bean
    MongoDeliveries deliveries(MongoDatabase database) {
        return new MongoDeliveries(database, Clock.systemUTC());
    }

    @Bean
    MongoClosedAddresses closedAddresses(MongoDatabase database) {
        return new MongoClosedAddresses(database, Clock.systemUTC());
    }

    @Bean
    EarlyReports earlyReports(MongoDatabase database) {
        return new EarlyReports(database, Clock.systemUTC());
    }

    @Bean
    DeliveryReceipts deliveryReceipts(
            MongoDeliveries rows,
            EarlyReports early,
            ClosedAddresses closed,
            ObjectProvider<DeliveryListener> listeners) {
        return new StoredReceipts(rows, early, closed, List.of(telling(listeners)));
    }

    @Bean(destroyMethod = "close")
    Wakes deliveryWakes(RedisClient redis) {
        return new Wakes(redis, REDIS_KEYS);
    }

    /** Where others send. */
    @Bean
    @ConditionalOnProperty(name = NOTIFIER, havingValue = "false")
    LeftForNotifiers leftForNotifiers(MongoDeliveries rows, List<Channel> channels, Wakes wakes) {
        Map<ChannelKind, Channel> byKind = byKind(channels);
        return new LeftForNotifiers(rows, byKind, new Parts(byKind, Clock.systemUTC()), wakes);
    }

    /** Where messages are sent. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = NOTIFIER, matchIfMissing = true)
    static class Sending {
        private final String self = UUID.randomUUID().toString();

        @Bean(destroyMethod = "close")
        Outbox notifications(
                MongoDatabase database,
                RedisClient redis,
                MongoDeliveries rows,
                MongoClosedAddresses closed,
                List<Channel> channels,
                DeliverySettings settings,
                Clock clock,
                ObjectProvider<MeterRegistry> meters,
                ObjectProvider<DeliveryGate> gates,
                ObjectProvider<DeliveryListener> listeners,
                @Value("${guanjia.embedded-stores:false}") boolean alone) {
            OutboxParts parts = new OutboxParts(
                    database,
                    redis,
                    REDIS_KEYS,
                    self,
                    alone ? Owners.Pace.ALONE : Owners.Pace.USUAL,
                    clock,
                    meters.getIfAvailable(SimpleMeterRegistry::new),
                    closed,
                    List.of(asking(gates)),
                    List.of(telling(listeners)));
            return OutboxParts.outbox(parts, rows, byKind(channels), rates(settings));
        }

        @Bean(destroyMethod = "close")
        Intake deliveryIntake(RedisClient redis, Wakes wakes, Outbox outbox) {
            return new Intake(redis, REDIS_KEYS, self, wakes, () -> outbox.takeOver(LeftForNotifiers.OWNER));
        }

        /** Left messages are gone on with once every listener and gate is there. */
        @Bean
        SmartInitializingSingleton deliveryStart(Outbox outbox, Intake intake) {
            return () -> {
                outbox.start();
                intake.start();
            };
        }
    }

    private static DeliverySettings settings(Environment environment) {
        return DeliverySettings.of(property -> environment.getProperty(property, ""));
    }

    /** Looked for at the first call: a listener may itself hand over messages. */
    private static DeliveryListener telling(ObjectProvider<DeliveryListener> beans) {
        SingletonSupplier<List<DeliveryListener>> all =
                SingletonSupplier.of(() -> beans.orderedStream().toList());
        return status -> all.obtain().forEach(listener -> listener.changed(status));
    }

    private static DeliveryGate asking(ObjectProvider<DeliveryGate> beans) {
        SingletonSupplier<List<DeliveryGate>> all =
                SingletonSupplier.of(() -> beans.orderedStream().toList());
        return delivery -> all.obtain().stream()
                .map(gate -> gate.check(delivery))
                .filter(verdict -> !(verdict instanceof DeliveryGate.Verdict.Go))
                .findFirst()
                .orElseGet(DeliveryGate.Verdict.Go::new);
    }

    private static Map<ChannelKind, Channel> byKind(List<Channel> channels) {
        Map<ChannelKind, Channel> byKind = new EnumMap<>(ChannelKind.class);
        channels.forEach(channel -> byKind.put(channel.kind(), channel));
        return byKind;
    }

    private static Map<ChannelKind, Rate> rates(DeliverySettings settings) {
        Map<ChannelKind, Rate> rates = new EnumMap<>(ChannelKind.class);
        settings.telegram().ifPresent(set -> rates.put(ChannelKind.TELEGRAM, Rate.telegram(set.rate())));
        settings.twilio().ifPresent(set -> rates.put(ChannelKind.SMS, Rate.sms(set.rate())));
        return rates;
    }

    /** Where Telegram is set. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnSetting.Telegram.class)
    static class TelegramBeans {
        @Bean
        TelegramLink telegramLink(DeliverySettings settings) {
            return new TelegramLink(set(settings.telegram()));
        }

        @Bean
        TelegramChannel telegramChannel(TelegramLink link) {
            return new TelegramChannel(link);
        }

        @Bean
        TelegramApi telegramApi(TelegramLink link, DeliverySettings settings) {
            return new OkHttpTelegramApi(link, set(settings.telegram()));
        }
    }

    /** Where Twilio is set. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnSetting.Twilio.class)
    static class TwilioBeans {
        @Bean
        TwilioRestClient twilioRestClient(DeliverySettings settings) {
            return TwilioLink.client(set(settings.twilio()));
        }

        @Bean
        SmsChannel smsChannel(TwilioRestClient client, DeliverySettings settings) {
            return new SmsChannel(client, set(settings.twilio()));
        }

        @Bean
        TwilioApi twilioApi(TwilioRestClient client, DeliverySettings settings) {
            return new RestTwilioApi(client, set(settings.twilio()));
        }

        @Bean(initMethod = "start", destroyMethod = "interrupt")
        @ConditionalOnProperty(name = NOTIFIER, matchIfMissing = true)
        Thread overdueReports(MongoDeliveries rows, EarlyReports early, TwilioApi twilio, DeliveryReceipts receipts) {
            OverdueReports overdue = new OverdueReports(rows, early, twilio, receipts, Clock.systemUTC());
            return Thread.ofVirtual()
                    .name("overdue-reports")
                    .unstarted(() -> overdue.keepAsking(Duration.ofMinutes(1)));
        }
    }

    private static <T> T set(Optional<T> settings) {
        return settings.orElseThrow(() -> new IllegalStateException("This channel isn't set"));
    }
}
