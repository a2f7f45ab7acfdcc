package guanjia.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of fields in Telegram's updates (Bot API 10.1, types Update and Message). */
final class TelegramFields {
    /** Kinds of update that we read, so all that Telegram is asked for. */
    static final Set<String> UPDATES_READ = Set.of("message", "edited_message", "callback_query", "my_chat_member");

    /** What we read; everything else is cut off before decoding, so that a new nested type can't make a plain text unreadable. */
    private static final Map<String, Set<String>> READ = Map.of(
            "message", messageFields(),
            "edited_message", messageFields(),
            "callback_query", Set.of("id", "from", "message", "chat_instance", "data"),
            "my_chat_member", Set.of("chat", "from", "date", "old_chat_member", "new_chat_member"));

    private static final Set<String> PRESSED_MESSAGE = Set.of("message_id", "chat", "date");

    /** Kinds of update that we know and leave alone. */
    private static final Set<String> IGNORED_UPDATES = Set.of(
            "channel_post",
            "edited_channel_post",
            "business_connection",
            "business_message",
            "edited_business_message",
            "deleted_business_messages",
            "guest_message",
            "message_reaction",
            "message_reaction_count",
            "inline_query",
            "chosen_inline_result",
            "shipping_query",
            "pre_checkout_query",
            "purchased_paid_media",
            "poll",
            "poll_answer",
            "chat_member",
            "chat_join_request",
            "chat_boost",
            "removed_chat_boost",
            "managed_bot");

    /** What a resident sent on purpose and nobody here can read: they get a word back. */
    private static final List<String> UNSUPPORTED = List.of(
            "sticker",
            "poll",
            "dice",
            "game",
            "story",
            "checklist",
            "paid_media",
            "live_photo",
            "rich_message",
            "gift",
            "unique_gift",
            "giveaway",
            "invoice",
            "venue");

    /** What surrounds a message's content. */
    private static final Set<String> ENVELOPE = Set.of(
            "message_id",
            "message_thread_id",
            "direct_messages_topic",
            "from",
            "sender_chat",
            "sender_boost_count",
            "sender_business_bot",
            "sender_tag",
            "date",
            "guest_query_id",
            "business_connection_id",
            "chat",
            "forward_origin",
            "forward_from",
            "forward_from_chat",
            "forward_date",
            "is_topic_message",
            "is_automatic_forward",
            "reply_to_message",
            "external_reply",
            "quote",
            "reply_to_story",
            "reply_to_checklist_task_id",
            "reply_to_poll_option_id",
            "guest_bot_caller_user",
            "guest_bot_caller_chat",
            "suggested_post_info",
            "via_bot",
            "edit_date",
            "has_protected_content",
            "is_from_offline",
            "is_paid_post",
            "media_group_id",
            "author_signature",
            "paid_star_count",
            "entities",
            "link_preview_options",
            "effect_id",
            "caption",
            "caption_entities",
            "show_caption_above_media",
            "has_media_spoiler",
            "reply_markup");

    /** What Telegram itself writes into a private chat: nobody expects an answer. */
    private static final Set<String> SERVICE = Set.of(
            "message_auto_delete_timer_changed",
            "pinned_message",
            "successful_payment",
            "refunded_payment",
            "users_shared",
            "chat_shared",
            "gift_upgrade_sent",
            "connected_website",
            "write_access_allowed",
            "passport_data",
            "proximity_alert_triggered",
            "boost_added",
            "chat_background_set",
            "checklist_tasks_done",
            "checklist_tasks_added",
            "poll_option_added",
            "poll_option_deleted",
            "managed_bot_created",
            "paid_message_price_changed",
            "forum_topic_created",
            "forum_topic_edited",
            "forum_topic_closed",
            "forum_topic_reopened",
            "general_forum_topic_hidden",
            "general_forum_topic_unhidden",
            "video_chat_scheduled",
            "video_chat_started",
            "video_chat_ended",
            "video_chat_participants_invited",
            "new_chat_members",
            "left_chat_member",
            "chat_owner_left",
            "chat_owner_changed",
            "new_chat_title",
            "new_chat_photo",
            "delete_chat_photo",
            "group_chat_created",
            "supergroup_chat_created",
            "channel_chat_created",
            "migrate_to_chat_id",
            "migrate_from_chat_id",
            "direct_message_price_changed",
            "giveaway_created",
            "giveaway_winners",
            "giveaway_completed",
            "suggested_post_approved",
            "suggested_post_approval_failed",
            "suggested_post_declined",
            "suggested_post_paid",
            "suggested_post_refunded",
            "web_app_data");

    private TelegramFields() {}

    /** The update with only the fields that we read. */
    static ObjectNode onlyRead(JsonNode update) {
        ObjectNode cut = update.deepCopy();
        cut.retain(UPDATES_READ);
        READ.forEach((part, fields) -> {
            if (cut.get(part) instanceof ObjectNode inner) {
                inner.retain(fields);
            }
        });
        if (cut.path("callback_query").get("message") instanceof ObjectNode pressed) {
            pressed.retain(PRESSED_MESSAGE);
        }
        return cut;
    }

    /** The name of a kind of update that isn't ours. */
    static String ignoredKind(JsonNode update) {
        return names(update).filter(IGNORED_UPDATES::contains).findFirst().orElse("unknown");
    }

    /** Whether the message is Telegram's own doing, or has no content at all. */
    static boolean isService(JsonNode message) {
        List<String> content =
                names(message).filter(name -> !ENVELOPE.contains(name)).toList();
        return content.stream().allMatch(SERVICE::contains);
    }

    /** The name of a content that nobody can read, for a word back. */
    static String unsupportedKind(JsonNode message) {
        return UNSUPPORTED.stream().filter(message::has).findFirst().orElse("unknown");
    }

    private static java.util.stream.Stream<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey);
    }

    private static Set<String> messageFields() {
        return Set.of(
                "message_id",
                "from",
                "chat",
                "date",
                "edit_date",
                "media_group_id",
                "text",
                "caption",
                "photo",
                "video",
                "video_note",
                "animation",
                "voice",
                "audio",
                "document",
                "contact",
                "location");
    }
}
