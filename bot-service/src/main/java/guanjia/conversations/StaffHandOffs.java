package guanjia.conversations;

import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.Address;
import guanjia.delivery.Button;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.Content;
import guanjia.dialogue.Dialogue;
import guanjia.dialogue.Heard;
import guanjia.dialogue.State;
import guanjia.dialogue.Turn;
import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.directory.PhoneNumber;
import guanjia.staff.Right;
import guanjia.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
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

    /** Names of staff's messages stand among the recent ids of updates; no provider's id begins so. */
    private static final String STAFF_MARK = "staff:";

    private final Conversations conversations;
    private final MongoTranscript transcript;
    private final ChatLines lines;
    private final Notices notices;
    private final Dialogue dialogue;
    private final Estates estates;
    private final Wording wording;
    private final Clock clock;

    StaffHandOffs(
            Conversations conversations,
            MongoTranscript transcript,
            ChatLines lines,
            Notices notices,
            Dialogue dialogue,
            Estates estates,
            Wording wording,
            Clock clock) {
        this.conversations = conversations;
        this.transcript = transcript;
        this.lines = lines;
        this.notices = notices;
        this.dialogue = dialogue;
        this.estates = estates;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public List<Waiting> attention(StaffMember who) {
        List<String> codes = estates.all().stream()
                .map(Estate::code)
                .filter(code -> mayTalk(who, code))
                .map(EstateCode::value)
                .toList();
        if (codes.isEmpty()) {
            return List.of();
        }
        return conversations.waiting(codes).stream()
                .map(conversation -> new Waiting(chat(conversation), lines.newest(conversation)))
                .sorted(Comparator.comparing(
                        Waiting::chat,
                        Comparator.comparing(Chat::urgent).reversed().thenComparing(Chat::mode, WAITING_FIRST)))
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
        return mayTalk(who, estate)
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
    public Optional<List<StaffLine>> lines(StaffMember who, ConversationId id, long afterSeq) {
        return seenBy(who, id).map(chat -> lines.after(chat, afterSeq, LINES));
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
    public Outcome reply(StaffMember who, ConversationId id, String text, Optional<String> once) {
        requireFit(text);
        Optional<String> mark = once.map(name -> STAFF_MARK + who.id() + ":" + name);
        return change(who, id, conversation -> {
            if (mark.filter(conversation.traffic().recent()::contains).isPresent()) {
                return done(conversation);
            }
            Standing standing = conversation.standing();
            if (standing.agent().isEmpty()) {
                return new Step.Answer(new Outcome.NotTaken());
            }
            if (!standing.agent().get().equals(who.login())) {
                return held(standing);
            }
            Line line = said(conversation, who, text);
            return new Step.Write(new Notices.Change(standing, conversation.talk(), List.of(line), mark));
        });
    }

    @Override
    public Outcome handBack(StaffMember who, ConversationId id, Optional<String> closing) {
        closing.ifPresent(StaffHandOffs::requireFit);
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
                    : giveBack(who, conversation, closing.filter(words -> standing.mode() == Mode.AGENT));
        });
    }

    private Step giveBack(StaffMember who, Conversation conversation, Optional<String> closing) {
        Standing back = conversation.standing().backToBot(clock.instant()).seen();
        Turn turn = heard(conversation, new Heard.HandedBack());
        Content content = backAgain(scene(conversation).voice(), who, turn);
        Talk talk = conversation.talk().in(turn.state(), Optional.empty());
        List<Button> offered = content.buttons().stream().flatMap(List::stream).toList();
        List<Line> said = new ArrayList<>();
        closing.ifPresent(words -> said.add(said(conversation, who, words)));
        said.add(line(conversation, 1 + said.size(), back, content));
        return new Step.Write(new Notices.Change(back, offered.isEmpty() ? talk : talk.showing(offered), said));
    }

    private static void requireFit(String text) {
        if (text.isBlank() || text.length() > LONGEST_REPLY) {
            throw new IllegalArgumentException("A reply has 1 to " + LONGEST_REPLY + " characters");
        }
    }

    private Line said(Conversation conversation, StaffMember who, String text) {
        return Notices.line(
                conversation, 1, Who.STAFF, Optional.of(who.login()), Content.text(text.strip()), clock.instant());
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
                conversation, 1, after, Content.text(scene(conversation).voice().words(key, Map.of("staff", staff))));
    }

    private Line line(Conversation conversation, int offset, Standing after, Content content) {
        return Notices.line(conversation, offset, Who.NOTE, Optional.empty(), content, clock.instant())
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
        return conversations.find(id).filter(conversation -> conversation
                .talk()
                .estate()
                .filter(code -> mayTalk(who, code))
                .isPresent());
    }

    private static boolean mayTalk(StaffMember who, EstateCode estate) {
        return who.may(Right.TALK_TO_RESIDENTS, estate);
    }

    private Chat chat(Conversation conversation) {
        Standing standing = conversation.standing();
        Optional<Estate> estate = conversation.talk().estate().flatMap(estates::find);
        Optional<Instant> dueBy = estate.filter(known -> standing.mode() == Mode.WAITING)
                .map(known -> HandOffTarget.dueBy(standing.since(), known));
        return new Chat(
                conversation.id(),
                conversation.address().channel(),
                conversation.talk().estate(),
                conversation.talk().language(),
                standing.mode(),
                standing.agent(),
                standing.since(),
                dueBy,
                dueBy.filter(due -> due.isBefore(clock.instant())).isPresent(),
                standing.callBackBy(),
                standing.urgent(),
                phone(conversation.address()));
    }

    /** Short codes and names that some networks send from aren't anybody's number. */
    private static Optional<String> phone(Address address) {
        return Optional.of(address)
                .filter(from -> from.channel() == ChannelKind.SMS)
                .flatMap(from -> PhoneNumber.ofE164(from.value()))
                .map(PhoneNumber::masked);
    }

    private sealed interface Step {
        record Write(Notices.Change change) implements Step {}

        record Answer(Outcome outcome) implements Step {}
    }
}
