package guanjia.conversations;

import guanjia.conversations.InboundContent.Attachment;
import guanjia.conversations.InboundContent.Blocked;
import guanjia.conversations.InboundContent.Command;
import guanjia.conversations.InboundContent.Contact;
import guanjia.conversations.InboundContent.Edited;
import guanjia.conversations.InboundContent.Location;
import guanjia.conversations.InboundContent.Press;
import guanjia.conversations.InboundContent.Text;
import guanjia.conversations.InboundContent.Unblocked;
import guanjia.conversations.InboundContent.Unsupported;
import guanjia.conversations.Reading.Show.Page;
import guanjia.delivery.Button;
import guanjia.dialogue.Heard;
import guanjia.dialogue.Pending;
import guanjia.dialogue.Question;
import guanjia.dialogue.Wish;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import guanjia.knowledge.Readings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what a resident sent, in the order of design: danger, wishes about the conversation, answers to what was asked, then everything
 * that only a search can tell. Proposes, never decides. Thread-safe.
 */
final class Reader {
    /** There are messages of emoji, of dots and of invisible characters only. */
    private static final Pattern LEGIBLE = Pattern.compile("[\\p{L}\\p{N}?？]");

    private static final Pattern ANGRY = Pattern.compile("[😠😡🤬👎🖕💩]");

    private final Readings readings;
    private final Phrases phrases;
    private final OptionReader options;

    Reader(Readings readings, Phrases phrases) {
        this.readings = readings;
        this.phrases = phrases;
        this.options = new OptionReader(phrases);
    }

    /**
     * @param talk where the conversation stands
     * @param pending what the bot waits for
     * @param voice renders option labels, which the resident may repeat
     */
    Reading read(InboundContent content, Talk talk, Optional<Pending> pending, Voice voice) {
        return switch (content) {
            case Text text -> words(text.text(), talk, pending, voice);
            case Edited edited -> words(edited.text(), talk, pending, voice);
            case Command command -> command(command, talk, pending, voice);
            case Press press -> press(press, talk);
            case Attachment file -> file(file, talk, pending, voice);
            case Contact contact -> new Reading.Dialogue(new Heard.Contact(contact.phone(), contact.own()));
            case Location place -> new Reading.Wordless("unclear.location");
            case Unsupported other -> new Reading.Wordless("unclear.sticker");
            case Blocked blocked -> new Reading.Nothing();
            case Unblocked unblocked -> new Reading.Begin(Optional.empty());
        };
    }

    private Reading words(String text, Talk talk, Optional<Pending> pending, Voice voice) {
        if (!LEGIBLE.matcher(text).find()) {
            return ANGRY.matcher(text).find() ? Reading.Chat.UPSET : new Reading.Wordless("unclear.sticker");
        }
        var danger = readings.emergency(text);
        if (danger.isPresent()) {
            return new Reading.Danger(danger.get());
        }
        Typed typed = Typed.of(text);
        if (talk.offersPerson() && phrases.isYes(typed)) {
            return wished(Wish.PERSON);
        }
        var answer = pending.flatMap(question -> options.read(typed, question, voice));
        var wish = phrases.wish(typed).filter(phrase -> answer.isEmpty() || phrase == Phrase.PERSON);
        return wish.map(phrase -> wish(phrase, typed, pending))
                .or(() -> answer.map(Reading.Dialogue::new))
                .or(() -> numbered(typed, talk, pending))
                .or(() -> assent(typed, pending))
                .orElseGet(() -> new Reading.Words(typed));
    }

    /** The number of a line shown last: buttons are numbered lines where nothing can be pressed. */
    private static Optional<Reading> numbered(Typed typed, Talk talk, Optional<Pending> pending) {
        List<Button> shown =
                talk.shown().stream().filter(button -> !button.isLink()).toList();
        return OptionReader.number(typed.plain())
                .filter(number -> pending.isEmpty() && number >= 1 && number <= shown.size())
                .map(number -> press(new Press(shown.get(number - 1).token()), talk));
    }

    /** Yes or no to nothing in particular. */
    private Optional<Reading> assent(Typed typed, Optional<Pending> pending) {
        return pending.isEmpty() && (phrases.isYes(typed) || phrases.isNo(typed))
                ? Optional.of(new Reading.Chat("smalltalk.fine"))
                : Optional.empty();
    }

    private static Reading wish(Phrase phrase, Typed typed, Optional<Pending> pending) {
        return switch (phrase) {
            case CANCEL -> wished(Wish.CANCEL);
            case BACK -> wished(Wish.BACK);
            case SKIP -> wished(Wish.SKIP);
            case REPEAT -> wished(Wish.REPEAT);
            case CORRECT -> wished(Wish.CORRECT);
            case RESUME -> wished(Wish.RESUME);
            case PERSON -> wished(Wish.PERSON);
            case STOP -> wished(Wish.STOP);
            case MENU -> new Reading.Show(Page.MENU);
            case HELP -> new Reading.Show(Page.HELP);
            case LANGUAGE -> start(LanguageFlow.NAME);
            case ESTATE -> start(EstateFlow.NAME);
            case SIMPLIFIED -> new Reading.Speak(Language.ZH_HANS);
            case TRADITIONAL -> new Reading.Speak(Language.ZH_HANT);
            case ENGLISH -> new Reading.Speak(Language.EN);
            case GREETING -> Reading.Chat.GREETING;
            case THANKS -> new Reading.Chat("smalltalk.thanks");
            case BYE -> new Reading.Chat("smalltalk.bye");
            case UPSET -> Reading.Chat.UPSET;
            case IDENTITY -> new Reading.Chat("smalltalk.identity");
            case FINE -> pending.isPresent() ? new Reading.Words(typed) : new Reading.Chat("smalltalk.fine");
        };
    }

    private Reading command(Command command, Talk talk, Optional<Pending> pending, Voice voice) {
        return switch (command.name()) {
            case "start" -> new Reading.Begin(estateOf(command.payload()));
            case "menu" -> new Reading.Show(Page.MENU);
            case "help" -> new Reading.Show(Page.HELP);
            case "language" -> start(LanguageFlow.NAME);
            case "estate" -> start(EstateFlow.NAME);
            case "human" -> wished(Wish.PERSON);
            case "cancel" -> wished(Wish.CANCEL);
            case "back" -> wished(Wish.BACK);
            default -> words((command.name() + " " + command.payload()).strip(), talk, pending, voice);
        };
    }

    /** {@code t.me/<bot>?start=e-<estate>} */
    private static Optional<EstateCode> estateOf(String payload) {
        return payload.startsWith("e-") ? EstateCode.parse(payload.substring(2)) : Optional.empty();
    }

    private static Reading press(Press press, Talk talk) {
        if (doubled(press, talk)) {
            return new Reading.Nothing();
        }
        return BotButton.of(press.token())
                .map(button -> switch (button) {
                    case MENU -> (Reading) new Reading.Show(Page.MENU);
                    case HELP -> new Reading.Show(Page.HELP);
                    case POPULAR -> new Reading.Show(Page.POPULAR);
                    case PERSON -> wished(Wish.PERSON);
                    case LANGUAGE -> start(LanguageFlow.NAME);
                    case ESTATE -> start(EstateFlow.NAME);
                    case STOP_WAITING -> wished(Wish.CANCEL);
                })
                .orElseGet(() -> question(press, talk));
    }

    private static Reading question(Press press, Talk talk) {
        if (!BotButton.isQuestion(press.token())) {
            return new Reading.Dialogue(new Heard.Pressed(press.token()));
        }
        return talk.labelOf(press.token())
                .map(label -> (Reading) new Reading.Words(Typed.of(label)))
                .orElseGet(Reading.OldButton::new);
    }

    /** Channels that name the message tell one press that came twice; the engine tells the rest by its own tokens. */
    private static boolean doubled(Press press, Talk talk) {
        return !press.message().isEmpty() && talk.lastPress().equals(press.token() + "@" + press.message());
    }

    private Reading file(Attachment file, Talk talk, Optional<Pending> pending, Voice voice) {
        boolean wanted = pending.filter(question -> question.kind() == Question.Kind.PHOTOS)
                .isPresent();
        boolean belongs = wanted
                || file.caption().isBlank() && pending.filter(Reader::isMatter).isPresent();
        if (belongs && file.kind() == Attachment.Kind.PHOTO) {
            return new Reading.Dialogue(new Heard.Photo(file.file()));
        }
        if (!file.caption().isBlank()) {
            return words(file.caption(), talk, pending, voice);
        }
        return switch (file.kind()) {
            case PHOTO, VIDEO -> new Reading.Wordless("unclear.photo");
            case VOICE -> new Reading.Wordless("unclear.voice");
            case DOCUMENT -> new Reading.Wordless("unclear.file");
        };
    }

    /** Whether it is about something that staff will see, so that a picture belongs to it. */
    private static boolean isMatter(Pending pending) {
        return pending.flow()
                .filter(flow -> !flow.equals(LanguageFlow.NAME) && !flow.equals(EstateFlow.NAME))
                .isPresent();
    }

    private static Reading wished(Wish wish) {
        return new Reading.Dialogue(new Heard.Wished(wish));
    }

    private static Reading start(String flow) {
        return new Reading.Dialogue(new Heard.Start(flow, Map.of()));
    }
}
