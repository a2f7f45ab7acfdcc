package guanjia.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guanjia.conversations.Inbound;
import guanjia.conversations.InboundContent;
import guanjia.conversations.InboundContent.Blocked;
import guanjia.conversations.InboundContent.Command;
import guanjia.conversations.InboundContent.Press;
import guanjia.conversations.InboundContent.Unblocked;
import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.TelegramJson;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import guanjia.inbound.TelegramUpdate.Broken;
import guanjia.inbound.TelegramUpdate.Ignored;
import guanjia.inbound.TelegramUpdate.Taken;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Reads Telegram's updates, each apart: one that can't be read says so and harms no other. Safe for use by many threads. */
final class TelegramUpdates {
    /** Deep links {@code t.me/<bot>?start=e-<estate>} arrive as {@code /start e-<estate>}. */
    private static final String ESTATE_LINK = "e-";

    /** Of our own, of the older Jackson: Boot's newer one can't build telegrambots' types. */
    private final ObjectMapper json = TelegramJson.mapper();

    private final Clock clock;

    /** @param clock gives the time of presses, which Telegram sends without one */
    TelegramUpdates(Clock clock) {
        this.clock = clock;
    }

    /** Reads one update. Never throws. */
    TelegramUpdate read(JsonNode update) {
        if (!update.isObject() || !update.path("update_id").isIntegralNumber()) {
            return new Broken("no-update-id");
        }
        try {
            return sort(json.treeToValue(TelegramFields.onlyRead(update), Update.class), update);
        } catch (JsonProcessingException | RuntimeException e) {
            // Missing parts show only where they are read; the class name is all that is free of content.
            return new Broken(e.getClass().getSimpleName());
        }
    }

    private TelegramUpdate sort(Update update, JsonNode raw) {
        String id = raw.path("update_id").asText();
        if (update.hasCallbackQuery()) {
            return press(id, update.getCallbackQuery());
        }
        if (update.hasMessage()) {
            return message(id, update.getMessage(), raw.path("message"));
        }
        if (update.hasEditedMessage()) {
            return edited(id, update.getEditedMessage());
        }
        if (update.hasMyChatMember()) {
            return membership(id, update.getMyChatMember());
        }
        return new Ignored(TelegramFields.ignoredKind(raw));
    }

    private TelegramUpdate message(String id, Message message, JsonNode raw) {
        Optional<Ignored> foreign = foreign(message.getChat(), message.getFrom());
        if (foreign.isPresent()) {
            return foreign.get();
        }
        return TelegramMessages.content(message, raw)
                .<TelegramUpdate>map(
                        content -> taken(id, message.getChat(), message.getFrom(), at(message.getDate()), content))
                .orElseGet(() -> new Ignored("service"));
    }

    private TelegramUpdate edited(String id, Message message) {
        Optional<Ignored> foreign = foreign(message.getChat(), message.getFrom());
        if (foreign.isPresent()) {
            return foreign.get();
        }
        Instant at = at(Objects.requireNonNullElse(message.getEditDate(), message.getDate()));
        return TelegramMessages.edited(message)
                .<TelegramUpdate>map(content -> taken(id, message.getChat(), message.getFrom(), at, content))
                .orElseGet(() -> new Ignored("edited-without-words"));
    }

    private TelegramUpdate press(String id, CallbackQuery query) {
        Optional<String> callback = Optional.of(query.getId());
        if (query.getMessage() == null || query.getData() == null) {
            return new Ignored("press-without-message", callback);
        }
        Chat chat = query.getMessage().getChat();
        if (!chat.isUserChat()) {
            return new Ignored("group", callback);
        }
        Press press =
                new Press(query.getData(), String.valueOf(query.getMessage().getMessageId()));
        return new Taken(inbound(id, chat, query.getFrom(), clock.instant(), press), callback);
    }

    /** In a private chat the bot's membership changes only when the resident blocks it or lets it back in. */
    private TelegramUpdate membership(String id, ChatMemberUpdated change) {
        if (!change.getChat().isUserChat()) {
            return new Ignored("group");
        }
        boolean blocked = change.getNewChatMember().getStatus().equals("kicked");
        InboundContent content = blocked ? new Blocked() : new Unblocked();
        return taken(id, change.getChat(), change.getFrom(), at(change.getDate()), content);
    }

    private static Optional<Ignored> foreign(Chat chat, User from) {
        if (!chat.isUserChat()) {
            return Optional.of(new Ignored("group"));
        }
        return Boolean.TRUE.equals(from.getIsBot()) ? Optional.of(new Ignored("from-bot")) : Optional.empty();
    }

    private static Taken taken(String id, Chat chat, User from, Instant at, InboundContent content) {
        return new Taken(inbound(id, chat, from, at, content), Optional.empty());
    }

    private static Inbound inbound(String id, Chat chat, User from, Instant at, InboundContent content) {
        Address address = new Address(ChannelKind.TELEGRAM, String.valueOf(chat.getId()));
        Optional<Language> language =
                Optional.ofNullable(from.getLanguageCode()).flatMap(Language::of);
        return new Inbound(id, address, at, estate(content), language, content);
    }

    private static Optional<EstateCode> estate(InboundContent content) {
        return content instanceof Command(String name, String payload)
                        && name.equals("start")
                        && payload.startsWith(ESTATE_LINK)
                ? EstateCode.parse(payload.substring(ESTATE_LINK.length()))
                : Optional.empty();
    }

    private static Instant at(Integer seconds) {
        return Instant.ofEpochSecond(seconds);
    }
}
