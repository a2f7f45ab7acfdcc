package guanjia.conversations;

import com.mongodb.client.MongoCollection;
import guanjia.delivery.DeliveryGate;
import guanjia.dialogue.Dialogue;
import guanjia.dialogue.EffectHandler;
import guanjia.dialogue.Flow;
import guanjia.knowledge.KnowledgeBase;
import guanjia.knowledge.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** One process of the bot on a world, wired as in the product but for its threads, which are the test's. */
final class BotProcess {
    final TwoEstates estates = new TwoEstates();
    private static final Wording WORDING = Wording.load();
    private static final Phrases PHRASES = Phrases.load();

    final Wording wording = WORDING;
    final InlineThreads threads = new InlineThreads();
    final Dialogue dialogue;
    final Conversations conversations;
    final MongoTranscript transcript;
    final DeliveryGate gate;
    final Leases leases;
    final TurnRunner runner;
    final Mailbox mailbox;
    final HandOffs handOffs;
    final Sweeper sweeper;

    /** What a process is made of besides the product's own parts. */
    record Parts(KnowledgeBase knowledge, Readings readings, List<Flow> flows, List<EffectHandler<?>> handlers) {
        Parts with(Flow flow, EffectHandler<?> handler) {
            return new Parts(knowledge, readings, List.of(flow), List.of(handler));
        }
    }

    BotProcess(World world, KillSwitch life, Parts parts) {
        List<Flow> flows = new ArrayList<>(List.of(new LanguageFlow(), new EstateFlow(estates)));
        flows.addAll(parts.flows());
        dialogue = new Dialogue(flows);
        conversations = new MongoConversations(
                collection(world, life, "conversations"), world.clock, new NudgedSignals(new NoNudges()));
        transcript = new MongoTranscript(collection(world, life, "messages"), world::idOf);
        JustSaid justSaid = new JustSaid();
        gate = new OutboxGate(conversations, transcript, justSaid);
        leases = new Leases(World.REDIS.sync(), UUID.randomUUID().toString());
        HandOffWords words = new HandOffWords(conversations);
        Effects effects = new Effects(parts.handlers());
        Turns turns = turns(world, parts, flows, effects, words);
        Dispatch dispatch = new Dispatch(conversations, transcript, world.way(life, gate), justSaid);
        runner = new TurnRunner(conversations, turns, effects, dispatch, leases, threads, world.clock);
        Notices notices = new Notices(conversations, runner::schedule);
        mailbox = new ConversationMailbox(
                conversations,
                transcript,
                world::idOf,
                new Flood(World.REDIS.sync()),
                new FloodNotice(notices, estates, wording, world.clock),
                runner,
                world.clock);
        ChatLines lines = new ChatLines(transcript, ids -> Map.of());
        handOffs =
                new StaffHandOffs(conversations, transcript, lines, notices, dialogue, estates, wording, world.clock);
        sweeper = new Sweeper(conversations, runner, notices, words, estates, wording, world.clock, world.clock);
    }

    private Turns turns(World world, Parts parts, List<Flow> flows, Effects effects, HandOffWords words) {
        Answers answers =
                new Answers(parts.knowledge(), new HandbookLinks("https://guanjia.example"), new NoDrafts(), false);
        EngineTurns engine = new EngineTurns(
                dialogue, flows.stream().map(Flow::name).collect(Collectors.toSet()), effects, words, estates, wording);
        BotReplies bot = new BotReplies(estates, answers, engine, parts.readings());
        WaitingReplies waiting = new WaitingReplies(answers, engine, words);
        Reader reader = new Reader(parts.readings(), PHRASES);
        return new Turns(dialogue, reader, estates, wording, bot, waiting, world.clock);
    }

    @SuppressWarnings("unchecked")
    private static MongoCollection<Document> collection(World world, KillSwitch life, String name) {
        return life.guard(MongoCollection.class, world.database.getCollection(name));
    }

    /** All flows of the product in this package. */
    static Stream<Flow> productFlows() {
        return Stream.of(new LanguageFlow(), new EstateFlow(new TwoEstates()));
    }
}
