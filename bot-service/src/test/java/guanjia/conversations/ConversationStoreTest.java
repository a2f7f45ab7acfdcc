package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import guanjia.conversations.Mailbox.Acceptance;
import guanjia.delivery.ChannelKind;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import guanjia.infra.Examined;
import guanjia.infra.TestStores;
import guanjia.staff.StaffMember;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ConversationStoreTest {
    private final World world = new World(Instant.parse("2026-11-25T02:00:00Z"));
    private final BotProcess bot = new BotProcess(world, KillSwitch.never(), FakeKnowledge.parts());
    private final Chat chat = new Chat(world, bot, ChannelKind.TELEGRAM, Optional.empty());

    @Test
    void aRedeliveredUpdateIsKnownHoweverOldItIs() {
        Inbound first = chat.update(new InboundContent.Text("谢谢"));
        assertThat(bot.mailbox.accept(first)).isEqualTo(Acceptance.ACCEPTED);
        assertThat(bot.mailbox.accept(first)).isEqualTo(Acceptance.REPLAYED);
        List<String> later =
                IntStream.range(0, Traffic.RECENT).mapToObj(i -> "later-" + i).toList();
        Document forgotten = new Document("$set", new Document("recent", later));
        world.database
                .getCollection("conversations")
                .updateOne(new Document("_id", chat.id().value()), forgotten);
        assertThat(bot.mailbox.accept(first)).isEqualTo(Acceptance.REPLAYED);
        assertThat(chat.news()).hasSize(1);
    }

    @Test
    void theLatestOfAnEstateAndModeAreFoundWithoutALookAtTheOthers() {
        int many = 100;
        for (int i = 0; i < many; i++) {
            world.clock.passes(Duration.ofSeconds(1));
            new Chat(world, bot, ChannelKind.TELEGRAM, Optional.empty())
                    .says(i % 2 == 0 ? "/start e-yihe" : "/start e-xinghui");
        }
        long examined = Examined.by(world.database, () -> assertThat(bot.conversations.list("yihe", Mode.BOT, 3))
                .hasSize(3));
        assertThat(examined).isLessThan(many / 4);
    }

    @Test
    void updatesThatComeAtOnceFromTwoProcessesAreAllAnsweredOnceAndInOrder() throws Exception {
        BotProcess other = new BotProcess(world, KillSwitch.never(), FakeKnowledge.parts());
        chat.says("/start e-yihe");
        chat.news();
        List<Inbound> updates = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            updates.add(chat.update(new InboundContent.Text("谢谢")));
        }
        List<Future<Acceptance>> taken = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Inbound update : updates) {
                taken.add(senders.submit(() -> bot.mailbox.accept(update)));
                taken.add(senders.submit(() -> other.mailbox.accept(update)));
            }
        }
        for (Future<Acceptance> one : taken) {
            assertThat(one.get()).isNotEqualTo(Acceptance.REFUSED);
        }
        finish();
        List<TranscriptLine> lines = bot.transcript.since(chat.address(), 0, 500);
        assertThat(lines.stream().flatMap(line -> line.inboundId().stream()))
                .doesNotHaveDuplicates()
                .containsAll(updates.stream().map(Inbound::id).toList());
        assertThat(lines).extracting(TranscriptLine::seq).isSorted().doesNotHaveDuplicates();
        Conversation done = bot.conversations.find(chat.id()).orElseThrow();
        assertThat(done.traffic().inbox()).isEmpty();
        assertThat(done.traffic().outbox()).isEmpty();
    }

    @Test
    void whatLiesInTheMailboxIsReadInTheOrderItCame() {
        Conversation begun = Conversation.begin(
                chat.id(), chat.address(), Optional.empty(), Language.ZH_HANS, world.clock.instant());
        for (String words : List.of("一", "二", "三")) {
            assertThat(bot.conversations.accept(begun, chat.update(new InboundContent.Text(words))))
                    .isEqualTo(Acceptance.ACCEPTED);
        }
        assertThat(bot.conversations.find(chat.id()).orElseThrow().traffic().inbox())
                .extracting(Inbound::content)
                .containsExactly(
                        new InboundContent.Text("一"), new InboundContent.Text("二"), new InboundContent.Text("三"));
    }

    @Test
    void aFloodFillsTheMailboxOnlySoFarAndTheDocumentStaysSmall() {
        Conversation begun = Conversation.begin(
                chat.id(), chat.address(), Optional.empty(), Language.ZH_HANS, world.clock.instant());
        List<Acceptance> taken = new ArrayList<>();
        for (int i = 0; i < Traffic.INBOX + 20; i++) {
            taken.add(bot.conversations.accept(begun, chat.update(new InboundContent.Text("水".repeat(200)))));
        }
        assertThat(taken.stream().filter(Acceptance.ACCEPTED::equals)).hasSize(Traffic.INBOX);
        assertThat(taken.stream().filter(Acceptance.REFUSED::equals)).hasSize(20);
        Document stored = world.database
                .getCollection("conversations")
                .find(new Document("_id", chat.id().value()))
                .first();
        assertThat(stored.toJson().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(64 * 1024);
    }

    @Test
    void aTurnThatLostItsLeaseToAnotherProcessCommitsNothing() {
        chat.says("/start e-yihe");
        Conversation read = bot.conversations.find(chat.id()).orElseThrow();
        chat.says("谢谢");
        chat.news();
        var late = new TurnDraft(read).commit(List.of(), Optional.of("late"));
        assertThat(bot.conversations.commit(late)).isEmpty();
    }

    @Test
    void aLeaseKeepsOthersOutAndIsGivenBackOnlyByItsOwner() {
        BotProcess other = new BotProcess(world, KillSwitch.never(), FakeKnowledge.parts());
        assertThat(bot.leases.take(chat.id())).isTrue();
        assertThat(bot.leases.take(chat.id())).as("its own").isTrue();
        assertThat(other.leases.take(chat.id())).isFalse();
        other.leases.release(chat.id());
        assertThat(other.leases.take(chat.id())).isFalse();
        bot.leases.release(chat.id());
        assertThat(other.leases.take(chat.id())).isTrue();
        assertThat(World.REDIS.sync().pttl("guanjia:turn:{" + chat.id().value() + "}"))
                .isBetween(1L, Leases.LENGTH.toMillis());
    }

    @Test
    void theOldestUnfinishedComeFirstAndThoseLookedAfterComeLast() {
        Chat second = new Chat(world, bot, ChannelKind.TELEGRAM, Optional.empty());
        for (Chat each : List.of(chat, second)) {
            bot.conversations.accept(
                    Conversation.begin(
                            each.id(), each.address(), Optional.empty(), Language.ZH_HANS, world.clock.instant()),
                    each.update(new InboundContent.Text("你好")));
            world.clock.passes(Duration.ofSeconds(1));
        }
        Instant now = world.clock.instant();
        assertThat(bot.conversations.unfinished(now, 1)).containsExactly(chat.id());
        bot.conversations.touch(chat.id());
        assertThat(bot.conversations.unfinished(now, 2)).containsExactly(second.id());
    }

    @Test
    void everyFilterIsCoveredByAnIndex() {
        List<Document> filters = new CopyOnWriteArrayList<>();
        CommandListener spy = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                filters(event.getCommand())
                        .forEach(filter -> filters.add(new Document(
                                        "collection",
                                        event.getCommand()
                                                .get(event.getCommandName())
                                                .asString()
                                                .getValue())
                                .append("fields", List.copyOf(filter))));
            }
        };
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestStores.mongoUri()))
                .addCommandListener(spy)
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            MongoDatabase watched = client.getDatabase(world.database.getName());
            World seen = new World(world.clock.instant(), watched);
            useEverything(seen);
            for (Document filter : filters) {
                assertThat(isCovered(watched, filter)).as(filter.toJson()).isTrue();
            }
            assertThat(filters).hasSizeGreaterThan(20);
        }
    }

    private static void useEverything(World seen) {
        BotProcess process = new BotProcess(seen, KillSwitch.never(), FakeKnowledge.parts());
        Chat resident = new Chat(seen, process, ChannelKind.WEB, Optional.empty());
        resident.says("/start e-yihe");
        resident.says("人工");
        process.handOffs.attention(StaffMember.ofToken("desk"));
        process.handOffs.takeOver(StaffMember.ofToken("desk"), resident.id());
        process.handOffs.handBack(StaffMember.ofToken("desk"), resident.id());
        process.handOffs.list(StaffMember.ofToken("desk"), new EstateCode("yihe"), Mode.BOT);
        process.transcript.since(resident.address(), 0, 10);
        process.sweeper.sweep();
    }

    private static List<Set<String>> filters(BsonDocument command) {
        List<Set<String>> found = new ArrayList<>();
        if (command.containsKey("filter")) {
            found.add(command.getDocument("filter").keySet());
        }
        for (BsonValue update : command.getArray("updates", new BsonArray())) {
            found.add(update.asDocument().getDocument("q").keySet());
        }
        return found;
    }

    private static boolean isCovered(MongoDatabase database, Document filter) {
        Set<String> fields = new TreeSet<>(filter.getList("fields", String.class));
        List<String> firsts = new ArrayList<>();
        database.getCollection(filter.getString("collection"))
                .listIndexes()
                .forEach(index -> firsts.add(
                        index.get("key", Document.class).keySet().iterator().next()));
        return firsts.stream().collect(Collectors.toSet()).stream().anyMatch(fields::contains);
    }

    private void finish() {
        for (int round = 0; round < 3; round++) {
            world.clock.passes(Sweeper.UNTOUCHED.plusSeconds(1));
            bot.sweeper.sweep();
            world.clock.passes(TurnRunner.REST_OF_SENTENCE);
            bot.threads.runDue();
        }
    }
}
