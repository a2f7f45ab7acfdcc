package guanjia.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guanjia.conversations.InboundContent;
import guanjia.conversations.InboundContent.Attachment;
import guanjia.conversations.InboundContent.Attachment.Kind;
import guanjia.conversations.InboundContent.Blocked;
import guanjia.conversations.InboundContent.Command;
import guanjia.conversations.InboundContent.Contact;
import guanjia.conversations.InboundContent.Edited;
import guanjia.conversations.InboundContent.Location;
import guanjia.conversations.InboundContent.Press;
import guanjia.conversations.InboundContent.Text;
import guanjia.conversations.InboundContent.Unblocked;
import guanjia.conversations.InboundContent.Unsupported;
import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import guanjia.inbound.TelegramUpdate.Broken;
import guanjia.inbound.TelegramUpdate.Ignored;
import guanjia.inbound.TelegramUpdate.Taken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of update in {@code telegram-updates.json} is taken as what it is, or ignored on purpose. */
class TelegramUpdatesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    private static final Map<String, JsonNode> RECORDED = recorded();

    private static final Map<String, InboundContent> TAKEN = Map.ofEntries(
            Map.entry("text", new Text("会所几点开门?")),
            Map.entry("forwarded text with an origin unknown today", new Text("转给管家看看")),
            Map.entry("start without payload", new Command("start", "")),
            Map.entry("start from an estate's link", new Command("start", "e-yihe")),
            Map.entry("command with the bot's name", new Command("human", "")),
            Map.entry("not a command", new Text("/ 这不是命令")),
            Map.entry("button", new Press("f:7:room:kitchen", "88")),
            Map.entry("button of a message too old to see", new Press("b:menu", "12")),
            Map.entry("own contact", new Contact("85261234567", true)),
            Map.entry("foreign contact", new Contact("85269999999", false)),
            Map.entry("contact without account", new Contact("85268888888", false)),
            Map.entry("photo", new Attachment(Kind.PHOTO, "photo-large", 98304, "厨房水管漏水", Optional.empty())),
            Map.entry("album picture", new Attachment(Kind.PHOTO, "album-2", 4096, "", Optional.of("13579"))),
            Map.entry("video", new Attachment(Kind.VIDEO, "video-1", 5_000_000_000L, "", Optional.empty())),
            Map.entry("round video", new Attachment(Kind.VIDEO, "note-1", 700, "", Optional.empty())),
            Map.entry("clip without sound", new Attachment(Kind.VIDEO, "clip-1", 3000, "漏成这样", Optional.empty())),
            Map.entry("voice", new Attachment(Kind.VOICE, "voice-1", 0, "", Optional.empty())),
            Map.entry("audio", new Attachment(Kind.DOCUMENT, "audio-1", 123, "", Optional.empty())),
            Map.entry("document", new Attachment(Kind.DOCUMENT, "doc-1", 2048, "装修图纸", Optional.empty())),
            Map.entry("location", new Location(22.2793, 114.1628)),
            Map.entry("venue", new Location(22.3, 114.2)),
            Map.entry("edited text", new Edited("会所几点关门?")),
            Map.entry("edited caption", new Edited("是卫生间,不是厨房")),
            Map.entry("sticker", new Unsupported("sticker")),
            Map.entry("poll", new Unsupported("poll")),
            Map.entry("content unknown today", new Unsupported("unknown")),
            Map.entry("blocked", new Blocked()),
            Map.entry("unblocked", new Unblocked()));

    private static final Map<String, String> IGNORED = Map.ofEntries(
            Map.entry("group message", "group"),
            Map.entry("button in a group", "group"),
            Map.entry("bot added to a group", "group"),
            Map.entry("from another bot", "from-bot"),
            Map.entry("button of an inline message", "press-without-message"),
            Map.entry("pinned message", "service"),
            Map.entry("live location step", "edited-without-words"),
            Map.entry("channel post", "channel_post"),
            Map.entry("reaction", "message_reaction"),
            Map.entry("update unknown today", "unknown"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode BOT_API = resource("telegram-fields.json");
    private static final Set<String> ADDRESS = Set.of("message_id", "from", "date", "chat");
    /** What residents send on purpose; every other part of a message is Telegram's own doing. */
    private static final Set<String> SENT = Set.of(
            "text",
            "rich_message",
            "animation",
            "audio",
            "document",
            "live_photo",
            "paid_media",
            "photo",
            "sticker",
            "story",
            "video",
            "video_note",
            "voice",
            "checklist",
            "contact",
            "dice",
            "game",
            "poll",
            "venue",
            "location",
            "invoice",
            "gift",
            "unique_gift",
            "giveaway");

    private static final TelegramUpdates UPDATES = new TelegramUpdates(Clock.fixed(NOW, ZoneOffset.UTC));

    static Stream<String> kindsOfUpdate() {
        return StreamSupport.stream(BOT_API.get("update").spliterator(), false)
                .map(JsonNode::asText)
                .filter(kind -> !kind.equals("update_id"));
    }

    static Stream<String> partsOfMessage() {
        return BOT_API.get("message").properties().stream()
                .map(Map.Entry::getKey)
                .filter(part -> !ADDRESS.contains(part));
    }

    static Stream<String> taken() {
        return TAKEN.keySet().stream().sorted();
    }

    static Stream<String> ignored() {
        return IGNORED.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("taken")
    void takesEachKindAsWhatItIs(String kind) {
        assertThat(UPDATES.read(RECORDED.get(kind))).isInstanceOfSatisfying(Taken.class, taken -> assertThat(
                        taken.inbound().content())
                .isEqualTo(TAKEN.get(kind)));
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void ignoresOnPurpose(String kind) {
        assertThat(UPDATES.read(RECORDED.get(kind)))
                .isInstanceOfSatisfying(
                        Ignored.class, ignored -> assertThat(ignored.kind()).isEqualTo(IGNORED.get(kind)));
    }

    @Test
    void everyRecordedUpdateHasAnExpectation() {
        assertThat(RECORDED.keySet().stream().filter(kind -> !kind.startsWith("broken")))
                .allMatch(kind -> TAKEN.containsKey(kind) || IGNORED.containsKey(kind));
    }

    /** A kind that the next version of the Bot API brings is here as "update unknown today". */
    @ParameterizedTest
    @MethodSource("kindsOfUpdate")
    void everyKindOfUpdateOfTheBotApiIsReadOrKnowinglyIgnored(String kind) {
        ObjectNode update = JSON.createObjectNode().put("update_id", 1);
        update.putObject(kind).put("id", "1").set("from", RECORDED.get("text").at("/message/from"));

        TelegramUpdate read = UPDATES.read(update);

        if (TelegramFields.UPDATES_READ.contains(kind)) {
            assertThat(read).isNotIn(new Ignored(kind), new Ignored("unknown"));
        } else {
            assertThat(read).isEqualTo(new Ignored(kind));
        }
    }

    @ParameterizedTest
    @MethodSource("partsOfMessage")
    void aMessageWithNothingButOneOfTheBotApisPartsIsAnsweredOrKnowinglyIgnored(String part) {
        ObjectNode update = RECORDED.get("text").deepCopy();
        ObjectNode message = (ObjectNode) update.get("message");
        message.remove("text");
        message.set(part, example(part));

        TelegramUpdate read = UPDATES.read(update);

        assertThat(read).isNotInstanceOf(Broken.class);
        if (read instanceof Taken taken && taken.inbound().content() instanceof Unsupported(String kind)) {
            assertThat(kind).as("named in our lists").isEqualTo(part);
        }
        if (!SENT.contains(part)) {
            assertThat(read).isEqualTo(new Ignored("service"));
        } else {
            assertThat(read).isInstanceOf(Taken.class);
        }
    }

    @Test
    void saysWhoSentItWhenAndInWhichLanguage() {
        assertThat(UPDATES.read(RECORDED.get("text"))).isInstanceOfSatisfying(Taken.class, taken -> {
            assertThat(taken.inbound().id()).isEqualTo("900000001");
            assertThat(taken.inbound().from()).isEqualTo(new Address(ChannelKind.TELEGRAM, "7100000001"));
            assertThat(taken.inbound().at()).isEqualTo(Instant.ofEpochSecond(1795572000));
            assertThat(taken.inbound().language()).contains(Language.ZH_HANS);
            assertThat(taken.inbound().estate()).isEmpty();
            assertThat(taken.callback()).isEmpty();
        });
    }

    @Test
    void readsTheEstateFromItsLink() {
        assertThat(UPDATES.read(RECORDED.get("start from an estate's link")))
                .isInstanceOfSatisfying(
                        Taken.class,
                        taken -> assertThat(taken.inbound().estate()).contains(new EstateCode("yihe")));
    }

    @Test
    void passesThePressToBeAnswered() {
        assertThat(UPDATES.read(RECORDED.get("button"))).isInstanceOfSatisfying(Taken.class, taken -> {
            assertThat(taken.callback()).contains("4382bfdwdsb323b2d9");
            assertThat(taken.inbound().at()).isEqualTo(NOW);
        });
        assertThat(UPDATES.read(RECORDED.get("button in a group")))
                .isInstanceOfSatisfying(
                        Ignored.class, ignored -> assertThat(ignored.callback()).contains("55"));
    }

    @Test
    void anUpdateThatCannotBeReadSaysSoWithoutItsContent() {
        assertThat(Stream.of("broken: no id", "broken: not an object", "broken: chat without id", "broken: no sender")
                        .map(RECORDED::get)
                        .map(UPDATES::read))
                .allSatisfy(
                        read -> assertThat(read).isInstanceOfSatisfying(Broken.class, broken -> assertThat(broken.why())
                                .matches("[A-Za-z-]+")));
    }

    /** As it was recorded, else anything: what isn't read needs no form. */
    private static JsonNode example(String part) {
        return RECORDED.values().stream()
                .map(update -> update.path("message").path(part))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElseGet(() -> anything(BOT_API.at("/message/" + part).asText()));
    }

    private static JsonNode anything(String type) {
        return switch (type) {
            case "String" -> JSON.getNodeFactory().textNode("x");
            case "Integer" -> JSON.getNodeFactory().numberNode(1);
            case "Boolean" -> JSON.getNodeFactory().booleanNode(true);
            default -> type.startsWith("Array") ? JSON.createArrayNode() : JSON.createObjectNode();
        };
    }

    private static JsonNode resource(String name) {
        try (InputStream file = TelegramUpdatesTest.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonNode> recorded() {
        Map<String, JsonNode> all = new java.util.HashMap<>();
        resource("telegram-updates.json").properties().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }
}
