package guanjia;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/** What Telegram says to a message that it takes. */
public final class TelegramTakes {
    private TelegramTakes() {}

    public static ResponseDefinitionBuilder it() {
        return okJson(
                "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"}}}");
    }
}
