package guanjia.inbound;

/** Updates as Telegram writes them, from one resident. */
final class TelegramJson {
    private static final String FROM =
            "{\"id\":71,\"is_bot\":false,\"first_name\":\"陈\",\"language_code\":\"zh-hans\"}";
    private static final String CHAT = "{\"id\":71,\"type\":\"private\",\"first_name\":\"陈\"}";

    private TelegramJson() {}

    static String text(int id, String words) {
        return """
                {"update_id":%d,"message":{"message_id":%d,"from":%s,"chat":%s,"date":1795572000,"text":"%s"}}""".formatted(id, id, FROM, CHAT, words);
    }

    static String membership(int id, String status) {
        return """
                {"update_id":%d,"my_chat_member":{"chat":%s,"from":%s,"date":1795572000,
                "old_chat_member":{"user":{"id":42,"is_bot":true,"first_name":"管家"},"status":"member"},
                "new_chat_member":{"user":{"id":42,"is_bot":true,"first_name":"管家"},"status":"%s","until_date":0}}}""".formatted(id, CHAT, FROM, status);
    }

    static String press(int id, String callback, String token, int message) {
        return """
                {"update_id":%d,"callback_query":{"id":"%s","from":%s,"chat_instance":"1","data":"%s",
                "message":{"message_id":%d,"chat":%s,"date":1795572000,"text":"?"}}}""".formatted(id, callback, FROM, token, message, CHAT);
    }
}
