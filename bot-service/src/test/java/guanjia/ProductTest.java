package guanjia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The whole product on real stores, spoken to the way Telegram and other systems speak to it; Telegram itself is WireMock. */
class ProductTest extends RunningProduct {
    private static final AtomicInteger UPDATES = new AtomicInteger(1);
    private static final AtomicInteger CHATS = new AtomicInteger(5_000);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void answersFromTheHandbookWithItsSource() throws Exception {
        int chat = begin();
        write(chat, "游泳池几点关门?");
        hears(chat, "21:00", "出处：", "游泳池");
    }

    @Test
    void saysThatItDoesNotKnowAndOffersAPerson() throws Exception {
        int chat = begin();
        write(chat, "火星上的房价是多少呢?");
        hears(chat, "抱歉", "找人工");
    }

    @Test
    void answersARedeliveredUpdateOnce() throws Exception {
        int chat = begin();
        String update = message(UPDATES.incrementAndGet(), chat, "停车月保多少钱");
        assertThat(deliver(update, "hush")).isEqualTo(200);
        hears(chat, "450");
        assertThat(deliver(update, "hush")).isEqualTo(200);
        write(chat, "谢谢");
        hears(chat, "不客气");
        assertThat(said(chat).stream().filter(text -> text.contains("450"))).hasSize(1);
    }

    @Test
    void refusesAWrongSecret() throws Exception {
        assertThat(deliver(message(UPDATES.incrementAndGet(), 1, "你好"), "loud")).isEqualTo(401);
    }

    @Test
    void tellsWhatToDoInADangerAtAnyMoment() throws Exception {
        int chat = begin();
        write(chat, "换语言");
        hears(chat, "请选择语言");
        write(chat, "电梯里困住人了");
        hears(chat, "扶手", "020-5550-0199");
    }

    @Test
    void handsOverToAPersonAndBack() throws Exception {
        int chat = begin();
        write(chat, "人工");
        hears(chat, "下一位就是您", "不等了");
        String id = waiting();
        assertThat(call("POST", "/api/v1/conversations/" + id + "/messages", "{\"text\":\"您好\"}"))
                .contains("not-taken");
        assertThat(call("POST", "/api/v1/conversations/" + id + "/takeover", ""))
                .contains("AGENT");
        hears(chat, "接下来由");
        call("POST", "/api/v1/conversations/" + id + "/messages", "{\"text\":\"我是前台小林\"}");
        hears(chat, "我是前台小林");
        int before = said(chat).size();
        write(chat, "游泳池几点关门?");
        call("POST", "/api/v1/conversations/" + id + "/handback", "");
        hears(chat, "现在由我继续");
        assertThat(said(chat)).hasSize(before + 1);
    }

    @Test
    void showsTheCitedPageToEverybodyAndNoStaffPage() throws Exception {
        String answer = call("POST", "/api/v1/estates/yihe/answers", "{\"question\":\"游泳池几点关门\"}");
        Matcher url =
                Pattern.compile("http://[^\"]*?(/handbook/[^\"#]+)#([^\"]+)").matcher(answer);
        assertThat(url.find()).isTrue();
        assertThat(call("GET", url.group(1), "")).contains("id=\"" + url.group(2) + "\"");
        assertThat(call("GET", "/handbook/yihe/staff", "")).doesNotContain("<html");
    }

    private int begin() throws Exception {
        int chat = CHATS.incrementAndGet();
        write(chat, "/start e-yihe");
        hears(chat, "颐和花园");
        return chat;
    }

    private void write(int chat, String text) throws Exception {
        assertThat(deliver(message(UPDATES.incrementAndGet(), chat, text), "hush"))
                .isEqualTo(200);
    }

    private static String message(int update, int chat, String text) {
        return """
                {"update_id":%d,"message":{"message_id":%d,"date":1795572000,
                 "from":{"id":%d,"is_bot":false,"first_name":"A","language_code":"zh-hans"},
                 "chat":{"id":%d,"type":"private"},"text":"%s"}}""".formatted(update, update, chat, chat, text);
    }

    private int deliver(String body, String secret) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/webhooks/telegram"))
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private void hears(int chat, String... words) {
        await().untilAsserted(() ->
                assertThat(said(chat)).anySatisfy(text -> assertThat(text).contains(words)));
    }

    /** Everything sent to a chat: text and labels of buttons. */
    private List<String> said(int chat) {
        return TELEGRAM.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .filter(request -> request.getUrl().toLowerCase().endsWith("/sendmessage"))
                .map(request -> json.readTree(new String(request.getBody(), StandardCharsets.UTF_8)))
                .filter(body -> body.path("chat_id").asString().equals(Integer.toString(chat)))
                .map(body -> body.path("text").asString() + " " + body.path("reply_markup"))
                .toList();
    }

    private String waiting() throws Exception {
        String list = call("GET", "/api/v1/conversations?estate=yihe&mode=WAITING", "");
        return json.readTree(list).path(0).path("id").asString();
    }

    private String call(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer api-token")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
