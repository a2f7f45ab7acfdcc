package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.WebNudges;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import guanjia.knowledge.Answer;
import guanjia.knowledge.KnowledgeBase;
import guanjia.knowledge.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who watches a page sees how an answer begins; nobody else does. */
class DraftsTest {
    private final List<String> nudged = new ArrayList<>();
    private final Address chat = new Address(ChannelKind.WEB, UUID.randomUUID().toString(), "yihe");
    private final Drafts drafts = new RedisDrafts(World.REDIS.sync(), new WebNudges() {
        @Override
        public void nudge(String conversation) {
            nudged.add(conversation);
        }

        @Override
        public Listening listen(String conversation, Runnable heard) {
            throw new UnsupportedOperationException();
        }
    });

    @Test
    void areSeenUntilTheyEndOrTheirProcessDoes() {
        drafts.show(chat, "游泳池");
        drafts.show(chat, "游泳池晚上关门。");
        assertThat(drafts.of(chat)).contains("游泳池晚上关门。");
        assertThat(nudged).containsExactly(chat.value(), chat.value());
        assertThat(World.REDIS.sync().pttl("guanjia:draft:{" + chat.value() + "}"))
                .isBetween(1L, RedisDrafts.LIFE.toMillis());
        drafts.clear(chat);
        assertThat(drafts.of(chat)).isEmpty();
    }

    @Test
    void anAnswerIsWatchedOnThePageInTheReadersScriptAndClearedWhenItIsThere() throws NotNow {
        List<String> seen = new ArrayList<>();
        ask(ChannelKind.WEB, seen);
        assertThat(seen).containsExactly("游泳池晚上關門。");
        assertThat(drafts.of(chat)).isEmpty();
    }

    @Test
    void otherChannelsGetTheWholeAnswerOnly() throws NotNow {
        List<String> seen = new ArrayList<>();
        ask(ChannelKind.TELEGRAM, seen);
        assertThat(seen).isEmpty();
        assertThat(nudged).isEmpty();
    }

    private void ask(ChannelKind channel, List<String> seen) throws NotNow {
        KnowledgeBase writing = new KnowledgeBase() {
            @Override
            public Answer answer(Question question) {
                return FakeKnowledge.base().answer(question);
            }

            @Override
            public Answer answer(Question question, Consumer<String> soFar) {
                soFar.accept("游泳池晚上关门。");
                drafts.of(chat).ifPresent(seen::add);
                return answer(question);
            }
        };
        Address asker = new Address(channel, chat.value(), "yihe");
        Conversation conversation = Conversation.begin(
                new ConversationId("w-1"),
                asker,
                Optional.of(new EstateCode("yihe")),
                Language.ZH_HANT,
                Instant.parse("2026-11-25T02:00:00Z"));
        Scene scene = Scene.of(
                conversation,
                conversation.talk(),
                new TwoEstates(),
                Wording.load(),
                Instant.parse("2026-11-25T02:00:00Z"));
        new Answers(writing, new HandbookLinks("https://guanjia.example"), drafts, true)
                .ask("游泳池几点关门", scene, Patience.stored(true));
    }
}
