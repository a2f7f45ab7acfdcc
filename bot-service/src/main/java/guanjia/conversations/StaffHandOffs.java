package guanjia.conversations;

import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.Button;
import guanjia.delivery.Content;
import guanjia.dialogue.Dialogue;
import guanjia.dialogue.Heard;
import guanjia.dialogue.State;
import guanjia.dialogue.Turn;
import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.staff.StaffMember;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takeover, reply and hand-back; each is one conditional update, and both ends of the human stretch are told to the resident. */
final class StaffHandOffs implements HandOffs {
    private static final int LIST = 100;
    private static final int LINES = 500;

    private final Conversations conversations;
    private final MongoTranscript transcript;
    private final Notices notices;
    private final Dialogue dialogue;
    private final Estates estates;
    private final Wording wording;
    private final Clock clock;

    StaffHandOffs(
            Conversations conversations,
            MongoTranscript transcript,
            Notices notices,
            Dialogue dialogue,
            Estates estates,
            Wording wording,
            Clock clock) {
        this.conversations = conversations;
        this.transcript = transcript;
        this.notices = notices;
        this.dialogue = dialogue;
        this.estates = estates;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public List<Chat> attention(StaffMember who) {
        List<String> codes = estates.all().stream()
                .map(Estate::code)
                .filter(who::mayActIn)
                .map(EstateCode::value)
                .toList();
        if (codes.isEmpty()) {
            return List.of();
        }
        return conversations.waiting(codes).stream()
                .map(this::chat)
                .sorted(Comparator.comparing(Chat::urgent).reversed().thenComparing(Chat::mode, WAITING_FIRST))
                .toList();
    }

    /** Within a mode the longest first, which is how they come. */
    private static final Comparator<Mode> WAITING_FIRST = Comparator.comparing(mode -> switch (mode) {
        case WAITING -> 0;
        case BOT -> 1;
        case AGENT -> 2;
    });

    @Override
    public List<Chat> list(StaffMember who, EstateCode estate, Mode mode) {
        return who.mayActIn(estate)
                ? conversations.list(estate.value(), mode, LIST).stream()
                        .map(this::chat)
                        .toList()
                : List.of();
    }

    @Override
    public Optional<Chat> find(StaffMember who, ConversationId id) {
        return seenBy(who, id).map(this::chat);
    }

    @Override
    public Optional<List<TranscriptLine>> transcript(StaffMember who, ConversationId id, long afterSeq) {
        return seenBy(who, id).map(chat -> transcript.since(id, afterSeq, LINES));
    }

    @Override
    public Outcome takeOver(StaffMember who, ConversationId id) {
        return change(who, id, conversation -> {
            Standing standing = conversation.standing();
            if (standing.agent().isPresent()) {
                return standing.agent().get().equals(who.login()) ? done(conversation) : held(standing);
            }
            Standing taken = standing.takenBy(who.login(), clock.instant());
            State state = heard(conversation, new Heard.TakenOver()).state();
            Line note = note(conversation, taken, "person.taken", who.name());
            Talk talk = conversation.talk().in(state, Optional.empty());
            return new Step.Write(new Notices.Change(taken, talk, List.of(note)));
        });
    }

    @Override
    public Outcome reply(StaffMember who, ConversationId id, String text) {
        if (text.isBlank() || text.length() > LONGEST_REPLY) {
            throw new IllegalArgumentException("A reply has 1 to " + LONGEST_REPLY + " characters");
        }
        return change(who, id, conversation -> {
            Standing standing = conversation.standing();
            if (standing.agent().isEmpty()) {
                return new Step.Answer(new Outcome.NotTaken());
            }
            if (!standing.agent().get().equals(who.login())) {
                return held(standing);
            }
            Line line = Notices.line(
                    conversation, 1, Who.STAFF, Optional.of(who.login()), Content.text(text.strip()), clock.instant());
            return new Step.Write(new Notices.Change(standing, conversation.talk(), List.of(line)));
        });
    }

    @Override
    public Outcome handBack(StaffMember who, ConversationId id) {
        return change(who, id, conversation -> {
            Standing standing = conversation.standing();
            if (standing.agent().isPresent() && !standing.agent().get().equals(who.login())) {
                return held(standing);
            }
            if (!standing.needsAttention()) {
                return done(conversation);
            }
            return standing.mode() == Mode.BOT
                    ? new Step.Write(new Notices.Change(standing.seen(), conversation.talk(), List.of()))
                    : giveBack(who, conversation);
        });
    }

    private Step giveBack(StaffMember who, Conversation conversation) {
        Standing back = conversation.standing().backToBot(clock.instant()).seen();
        Turn turn = heard(conversation, new Heard.HandedBack());
        Content content = backAgain(scene(conversation).voice(), who, turn);
        Talk talk = conversation.talk().in(turn.state(), Optional.empty());
        List<Button> offered = content.buttons().stream().flatMap(List::stream).toList();
        Line note = line(conversation, back, content);
        return new Step.Write(
                new Notices.Change(back, offered.isEmpty() ? talk : talk.showing(offered), List.of(note)));
    }

    /** Who was there until now, and what the engine offers to go on with; its own word of return would say the first again. */
    private static Content backAgain(Voice voice, StaffMember who, Turn turn) {
        StringBuilder text = new StringBuilder(voice.words("person.back", Map.of("staff", who.name())));
        List<List<Button>> buttons = new ArrayList<>();
        turn.says().stream()
                .filter(say -> !say.choices().isEmpty())
                .map(voice::content)
                .forEach(offer -> {
                    text.append("\n\n").append(offer.text());
                    buttons.addAll(offer.buttons());
                });
        return Content.withButtons(text.toString(), buttons);
    }

    private Line note(Conversation conversation, Standing after, String key, String staff) {
        return line(
                conversation, after, Content.text(scene(conversation).voice().words(key, Map.of("staff", staff))));
    }

    private Line line(Conversation conversation, Standing after, Content content) {
        return Notices.line(conversation, 1, Who.NOTE, Optional.empty(), content, clock.instant())
                .under(after.epoch());
    }

    private Scene scene(Conversation conversation) {
        return Scene.of(conversation, conversation.talk(), estates, wording, clock.instant());
    }

    private Turn heard(Conversation conversation, Heard heard) {
        return dialogue.hear(
                conversation.talk().state(), heard, scene(conversation).situation());
    }

    private Outcome change(StaffMember who, ConversationId id, Function<Conversation, Step> decide) {
        if (seenBy(who, id).isEmpty()) {
            return new Outcome.Unknown();
        }
        Outcome[] answer = new Outcome[1];
        notices.change(id, conversation -> switch (decide.apply(conversation)) {
            case Step.Write write -> Optional.of(write.change());
            case Step.Answer said -> {
                answer[0] = said.outcome();
                yield Optional.empty();
            }
        });
        return answer[0] != null
                ? answer[0]
                : find(who, id).<Outcome>map(Outcome.Done::new).orElseGet(Outcome.Unknown::new);
    }

    private Step done(Conversation conversation) {
        return new Step.Answer(new Outcome.Done(chat(conversation)));
    }

    private static Step held(Standing standing) {
        return new Step.Answer(new Outcome.HeldBy(standing.agent().orElseThrow()));
    }

    private Optional<Conversation> seenBy(StaffMember who, ConversationId id) {
        return conversations
                .find(id)
                .filter(conversation ->
                        conversation.talk().estate().filter(who::mayActIn).isPresent());
    }

    private Chat chat(Conversation conversation) {
        Standing standing = conversation.standing();
        Optional<Estate> estate = conversation.talk().estate().flatMap(estates::find);
        boolean overdue = standing.mode() == Mode.WAITING
                && estate.filter(known -> standing.since()
                                .plus(known.hours().handoffTarget())
                                .isBefore(clock.instant()))
                        .isPresent();
        return new Chat(
                conversation.id(),
                conversation.address().channel(),
                conversation.talk().estate(),
                conversation.talk().language(),
                standing.mode(),
                standing.agent(),
                standing.since(),
                overdue,
                standing.callBackBy(),
                standing.urgent());
    }

    private sealed interface Step {
        record Write(Notices.Change change) implements Step {}

        record Answer(Outcome outcome) implements Step {}
    }
}
