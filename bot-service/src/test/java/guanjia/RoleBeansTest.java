package guanjia;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.infra.TestStores;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

/** Which beans there are in a process, for each set of roles. Lazy: nothing is started but what is asked for. */
class RoleBeansTest {
    private static final Map<Role, Set<String>> BEANS = Map.of(
            Role.BOT,
            Set.of("mailbox", "turnRunner", "turns", "conversationSweeper", "chatPage", "chatFeed", "handbookPages"),
            Role.NOTIFIER,
            Set.of("notifications", "deliveryIntake", "deliveryStart"),
            Role.CONSOLE,
            Set.of("apiChain", "estatesApi", "handbooksApi", "conversationsApi", "handOffs", "apiErrors"));
    private static final Set<String> SHARED =
            Set.of("estates", "conversations", "transcript", "deliveries", "metricsChain", "restChain", "outboxGate");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bot",
                "notifier",
                "console",
                "bot,notifier",
                "Bot, Console",
                "notifier,console",
                "bot,notifier,console"
            })
    void aProcessHasWhatItsRolesNeedAndNothingOfOthers(String names) {
        Set<Role> roles = Role.read(names).orElseThrow();
        new ReactiveWebApplicationContextRunner()
                .withUserConfiguration(Guanjia.class)
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .withPropertyValues(
                        "spring.mongodb.uri=" + TestStores.freshMongoUri(),
                        "spring.data.redis.url=" + TestStores.redisUri())
                .withPropertyValues(Arrays.stream(Role.values())
                        .map(role -> role.property() + "=" + roles.contains(role))
                        .toArray(String[]::new))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    ConfigurableApplicationContext started = context.getSourceApplicationContext();
                    BEANS.forEach((role, beans) -> assertThat(beans)
                            .allSatisfy(bean -> assertThat(started.containsBeanDefinition(bean))
                                    .as(bean)
                                    .isEqualTo(roles.contains(role))));
                    assertThat(SHARED).allMatch(started::containsBeanDefinition);
                    assertThat(started.containsBeanDefinition("leftForNotifiers"))
                            .isNotEqualTo(roles.contains(Role.NOTIFIER));
                });
    }
}
