package guanjia.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guanjia.conversations.InboundContent.Press;
import guanjia.conversations.InboundContent.Text;
import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.FailureReason;
import guanjia.inbound.InboundMeter.Outcome;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class TelegramWebhookTest {
    private static InboundServer server;

    @BeforeAll
    static void start() {
        server = InboundServer.fresh();
    }

    @AfterEach
    void bringEverythingBack() {
        server.conversations.away = false;
        server.telegram.away = false;
    }

    @Test
    void registersItsPublicAddressAndTheCommandsInAllLanguages() {
        await().untilAsserted(() -> assertThat(server.telegram.commands).containsOnlyKeys("", "zh", "en"));
        assertThat(server.telegram.webhooks)
                .containsExactly(InboundServer.PUBLIC_URL + "/webhooks/telegram " + InboundServer.SECRET);
        assertThat(server.telegram.commands.get("en")).containsEntry("human", "Talk to the front desk");
        assertThat(server.telegram.commands.get("")).containsEntry("human", "请前台同事接待");
        assertThat(server.telegram.commands.values()).allSatisfy(commands -> assertThat(commands.keySet())
                .containsExactlyElementsOf(TelegramCommands.NAMES));
    }

    @Test
    void takesAnUpdateOnAVirtualThread() {
        push(text(1, "会所几点开门?")).expectStatus().isOk().expectBody().isEmpty();
        assertThat(server.conversations.taken).anySatisfy(inbound -> {
            assertThat(inbound.id()).isEqualTo("1");
            assertThat(inbound.content()).isEqualTo(new Text("会所几点开门?"));
        });
        assertThat(server.conversations.onEventLoop).isFalse();
    }

    @Test
    void answersARedeliveryTheSameWayAndTakesItOnce() {
        push(text(2, "两次")).expectStatus().isOk();
        push(text(2, "两次")).expectStatus().isOk();
        assertThat(server.conversations.taken.stream()
                        .filter(inbound -> inbound.id().equals("2")))
                .hasSize(1);
    }

    @Test
    void answersAPressAtOnceAndTakesItEvenWhenTelegramCannotBeAnswered() {
        push(press(3, "cb-3")).expectStatus().isOk();
        await().untilAsserted(() -> assertThat(server.telegram.answered).contains("cb-3"));
        server.telegram.away = true;
        push(press(4, "cb-4")).expectStatus().isOk();
        assertThat(server.conversations.taken).anySatisfy(inbound -> {
            assertThat(inbound.id()).isEqualTo("4");
            assertThat(inbound.content()).isEqualTo(new Press("b:menu", "9"));
        });
    }

    @Test
    void whoBlocksTheBotIsNotWrittenToUntilTheyWriteAgain() {
        Address chat = new Address(ChannelKind.TELEGRAM, "71");
        push(membership(20, "kicked")).expectStatus().isOk();
        assertThat(server.closed.closed).containsEntry(chat, FailureReason.BLOCKED);
        push(membership(21, "member")).expectStatus().isOk();
        assertThat(server.closed.closed).isEmpty();
        push(membership(20, "kicked")).expectStatus().isOk();
        assertThat(server.closed.closed).as("an old block told again").isEmpty();
        push(membership(22, "kicked")).expectStatus().isOk();
        push(text(23, "又来了")).expectStatus().isOk();
        assertThat(server.closed.closed).isEmpty();
    }

    @Test
    void turnsAwayAWrongOrMissingSecret() {
        double before = server.meter.counted(ChannelKind.TELEGRAM, Outcome.FORGED, "webhook");
        post("wrong", text(5, "x").getBytes()).expectStatus().isUnauthorized();
        post(null, text(5, "x").getBytes()).expectStatus().isUnauthorized();
        assertThat(server.conversations.taken).noneMatch(inbound -> inbound.id().equals("5"));
        assertThat(server.meter.counted(ChannelKind.TELEGRAM, Outcome.FORGED, "webhook"))
                .isEqualTo(before + 2);
    }

    @Test
    void asksForAnotherDeliveryWhileTheStoreIsAway() {
        server.conversations.away = true;
        push(text(6, "别丢")).expectStatus().isEqualTo(503);
        server.conversations.away = false;
        push(text(6, "别丢")).expectStatus().isOk();
        assertThat(server.conversations.taken).anyMatch(inbound -> inbound.id().equals("6"));
    }

    @Test
    void countsWhatItCannotReadAndSaysOk() {
        double before = server.meter.counted(ChannelKind.TELEGRAM, Outcome.BROKEN, "no-update-id");
        push("{\"message\":{}}").expectStatus().isOk();
        push("null").expectStatus().isOk();
        assertThat(server.meter.counted(ChannelKind.TELEGRAM, Outcome.BROKEN, "no-update-id"))
                .isEqualTo(before + 2);
    }

    @Test
    void turnsAwayWhatIsNotJson() {
        push("{\"update_id\":7,").expectStatus().isBadRequest();
        push("").expectStatus().isOk();
    }

    @Test
    void turnsAwayTenMegabytesWithAndWithoutALength() throws Exception {
        byte[] large = new byte[10_000_000];
        assertThat(status(BodyPublishers.ofByteArray(large))).isEqualTo(413);
        assertThat(status(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))))
                .isEqualTo(413);
    }

    @Test
    void readsAnUpdateLargerThanTheServersUsualLimit() {
        push(text(8, "长".repeat(150_000))).expectStatus().isOk();
        assertThat(server.conversations.taken).anyMatch(inbound -> inbound.id().equals("8"));
    }

    @Test
    void needsNoCsrfTokenAndSetsNoCookie() {
        push(text(9, "x")).expectStatus().isOk().expectHeader().doesNotExist("Set-Cookie");
    }

    private static int status(HttpRequest.BodyPublisher body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.url("/webhooks/telegram")))
                    .header("X-Telegram-Bot-Api-Secret-Token", InboundServer.SECRET)
                    .header("Content-Type", "application/json")
                    .version(HttpClient.Version.HTTP_1_1)
                    .POST(body)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static WebTestClient.ResponseSpec push(String json) {
        return post(InboundServer.SECRET, json.getBytes());
    }

    private static WebTestClient.ResponseSpec post(String secret, byte[] body) {
        return server.client()
                .post()
                .uri("/webhooks/telegram")
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    if (secret != null) {
                        headers.setAll(Map.of("X-Telegram-Bot-Api-Secret-Token", secret));
                    }
                })
                .bodyValue(body)
                .exchange();
    }

    private static String text(int id, String words) {
        return TelegramJson.text(id, words);
    }

    private static String membership(int id, String status) {
        return TelegramJson.membership(id, status);
    }

    private static String press(int id, String callback) {
        return TelegramJson.press(id, callback, "b:menu", 9);
    }
}
