package guanjia.conversations;

import com.mongodb.client.MongoDatabase;
import guanjia.delivery.Deliveries;
import guanjia.delivery.DeliveryGate;
import guanjia.delivery.Notifications;
import guanjia.delivery.WebNudges;
import guanjia.dialogue.Dialogue;
import guanjia.dialogue.EffectHandler;
import guanjia.dialogue.Flow;
import guanjia.directory.Estates;
import guanjia.knowledge.KnowledgeBase;
import guanjia.knowledge.Readings;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the conversations. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConversationSettings.class)
class ConversationConfiguration {
    private static final Duration SWEEP = Duration.ofSeconds(5);

    @Bean
    Wording wording() {
        return Wording.load();
    }

    @Bean
    Flow languageFlow() {
        return new LanguageFlow();
    }

    @Bean
    Flow estateFlow(Estates estates) {
        return new EstateFlow(estates);
    }

    @Bean
    Dialogue dialogue(List<Flow> flows) {
        return new Dialogue(flows);
    }

    @Bean
    NudgedSignals chatSignals(WebNudges nudges) {
        return new NudgedSignals(nudges);
    }

    @Bean
    Conversations conversations(MongoDatabase database, NudgedSignals signals) {
        ConversationSchema.create(database);
        return new MongoConversations(database.getCollection("conversations"), Clock.systemUTC(), signals);
    }

    @Bean
    MongoTranscript transcript(MongoDatabase database, Addresses addresses) {
        return new MongoTranscript(database.getCollection("messages"), addresses);
    }

    @Bean
    Addresses conversationAddresses(MongoDatabase database) {
        byte[] key = InstallationKey.of(database);
        return address -> ConversationId.of(address, key);
    }

    @Bean(destroyMethod = "close")
    @OnBotRole
    StatefulRedisConnection<String, String> conversationRedis(RedisClient client) {
        return client.connect();
    }

    @Bean
    HandOffWords handOffWords(Conversations conversations) {
        return new HandOffWords(conversations);
    }

    @Bean
    @OnBotRole
    Effects effects(List<EffectHandler<?>> handlers) {
        return new Effects(handlers);
    }

    @Bean
    @OnBotRole
    Drafts drafts(StatefulRedisConnection<String, String> conversationRedis, WebNudges nudges) {
        return new RedisDrafts(conversationRedis.sync(), nudges);
    }

    @Bean
    @OnBotRole
    Turns turns(
            Dialogue dialogue,
            List<Flow> flows,
            Effects effects,
            HandOffWords words,
            Estates estates,
            Wording wording,
            KnowledgeBase knowledge,
            Readings readings,
            ConversationSettings settings,
            Drafts drafts,
            Clock clock) {
        Answers answers = new Answers(knowledge, new HandbookLinks(settings.publicUrl()), drafts, settings.hasModel());
        EngineTurns engine = new EngineTurns(
                dialogue, flows.stream().map(Flow::name).collect(Collectors.toSet()), effects, words, estates, wording);
        BotReplies bot = new BotReplies(estates, answers, engine, readings);
        WaitingReplies waiting = new WaitingReplies(answers, engine, words);
        return new Turns(dialogue, new Reader(readings, Phrases.load()), estates, wording, bot, waiting, clock);
    }

    @Bean(destroyMethod = "close")
    TurnThreads turnThreads() {
        return new VirtualTurnThreads();
    }

    @Bean
    JustSaid justSaid() {
        return new JustSaid();
    }

    @Bean
    DeliveryGate outboxGate(Conversations conversations, MongoTranscript transcript, JustSaid justSaid) {
        return new OutboxGate(conversations, transcript, justSaid);
    }

    @Bean
    ProcessName processName(@Value("${guanjia.embedded-stores:false}") boolean alone) {
        return ProcessName.of(alone);
    }

    @Bean
    @OnBotRole
    TurnRunner turnRunner(
            Conversations conversations,
            Turns turns,
            Effects effects,
            MongoTranscript transcript,
            Notifications notifications,
            StatefulRedisConnection<String, String> conversationRedis,
            TurnThreads turnThreads,
            JustSaid justSaid,
            ProcessName process) {
        return new TurnRunner(
                conversations,
                turns,
                effects,
                new Dispatch(conversations, transcript, notifications, justSaid),
                new Leases(conversationRedis.sync(), process.value()),
                turnThreads,
                Clock.systemUTC());
    }

    @Bean
    @OnBotRole
    Notices notices(Conversations conversations, TurnRunner runner) {
        return new Notices(conversations, runner::schedule);
    }

    /** Where no turns are taken staff may still write. */
    @Bean
    @ConditionalOnProperty(name = "guanjia.role.bot", havingValue = "false")
    Notices staffNotices(
            Conversations conversations,
            MongoTranscript transcript,
            Notifications notifications,
            TurnThreads turnThreads,
            JustSaid justSaid) {
        Dispatch dispatch = new Dispatch(conversations, transcript, notifications, justSaid);
        return new Notices(conversations, new OutboxRunner(conversations, dispatch, turnThreads)::schedule);
    }

    @Bean
    @OnBotRole
    Mailbox mailbox(
            Conversations conversations,
            MongoTranscript transcript,
            Addresses addresses,
            StatefulRedisConnection<String, String> conversationRedis,
            Notices notices,
            Estates estates,
            Wording wording,
            TurnRunner runner,
            Clock clock) {
        return new ConversationMailbox(
                conversations,
                transcript,
                addresses,
                new Flood(conversationRedis.sync()),
                new FloodNotice(notices, estates, wording, clock),
                runner,
                clock);
    }

    @Bean
    @ConditionalOnProperty(name = "guanjia.role.console", matchIfMissing = true)
    HandOffs handOffs(
            Conversations conversations,
            MongoTranscript transcript,
            Deliveries deliveries,
            Notices notices,
            Dialogue dialogue,
            Estates estates,
            Wording wording,
            Clock clock) {
        ChatLines lines = new ChatLines(transcript, deliveries);
        return new StaffHandOffs(conversations, transcript, lines, notices, dialogue, estates, wording, clock);
    }

    @Bean
    @OnBotRole
    Sweeper conversationSweeper(
            Conversations conversations,
            TurnRunner runner,
            Notices notices,
            HandOffWords words,
            Estates estates,
            Wording wording,
            Clock clock,
            TurnThreads turnThreads) {
        Sweeper sweeper =
                new Sweeper(conversations, runner, notices, words, estates, wording, clock, Clock.systemUTC());
        turnThreads.runEvery(SWEEP, sweeper::sweep);
        return sweeper;
    }
}
