package guanjia.console;

import static guanjia.console.StaffClient.body;
import static guanjia.console.StaffClient.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guanjia.delivery.Address;
import guanjia.staff.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** The desk over the wire: who sees which chat, who may do what, and what two at once get. */
class DeskTest extends DeskAtWork {
    @Test
    void showsAWaitingChatWithTheResidentsWordsAndTakesIt() {
        StaffClient desk = signIn(hire("王芳", Role.FRONT_DESK));
        String id = waiting(desk, "货梯门关不上 " + word());
        assertThat(status(desk.post("/console/chats/" + id + "/takeover", "{}")))
                .isEqualTo(200);
        assertThat(body(desk.get("/console/chats/" + id)))
                .contains("data-mine=\"true\"", "You have this chat")
                .containsPattern("(?s)class=\"line note\".{0,200}王芳");
    }

    @Test
    void letsExactlyOneOfTwoTakeAChatAndTellsTheOtherWhoHasIt() throws Exception {
        StaffClient fang = signIn(hire("王芳", Role.FRONT_DESK));
        StaffClient qiang = signIn(hire("李强", Role.FRONT_DESK));
        String id = waiting(fang, "空调不制冷 " + word());
        Callable<EntityExchangeResult<String>> first = () -> fang.post("/console/chats/" + id + "/takeover", "{}");
        Callable<EntityExchangeResult<String>> second = () -> qiang.post("/console/chats/" + id + "/takeover", "{}");
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<EntityExchangeResult<String>> answers = both.invokeAll(List.of(first, second)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(answers).extracting(StaffClient::status).containsExactlyInAnyOrder(200, 409);
            boolean fangWon = status(answers.getFirst()) == 200;
            assertThat(body(answers.get(fangWon ? 1 : 0)))
                    .contains(fangWon ? "王芳 already has this chat" : "李强 already has this chat");
            StaffClient loser = fangWon ? qiang : fang;
            assertThat(body(loser.post("/console/chats/" + id + "/messages", reply("不该送出", "o1"))))
                    .contains("\"held\"");
            assertThat(body(loser.post("/console/chats/" + id + "/handback", "{}")))
                    .contains("\"held\"");
            assertThat(body(loser.get("/console/chats/" + id))).doesNotContain("不该送出");
        }
    }

    @Test
    void saysAReplyThatIsSentTwiceOnce() {
        StaffClient desk = signIn(hire("王芳", Role.FRONT_DESK));
        String id = waiting(desk, "访客停车 " + word());
        String text = "马上为您登记 " + word();
        assertThat(body(desk.post("/console/chats/" + id + "/messages", reply(text, "n1"))))
                .contains("not-taken");
        desk.post("/console/chats/" + id + "/takeover", "{}");
        assertThat(status(desk.post("/console/chats/" + id + "/messages", reply(text, "n1"))))
                .isEqualTo(200);
        assertThat(status(desk.post("/console/chats/" + id + "/messages", reply(text, "n1"))))
                .isEqualTo(200);
        assertThat(body(desk.get("/console/chats/" + id + "/news")).split(text, -1))
                .hasSize(2);
        await().untilAsserted(() ->
                assertThat(body(desk.get("/console/chats/" + id + "/news"))).contains("data-fate=\"sent\""));
    }

    @Test
    void handsBackWithALastWord() {
        StaffClient desk = signIn(hire("王芳", Role.FRONT_DESK));
        String id = waiting(desk, "会议室 " + word());
        desk.post("/console/chats/" + id + "/takeover", "{}");
        assertThat(status(desk.post("/console/chats/" + id + "/handback", "{\"closing\":\"订好了,再见\"}")))
                .isEqualTo(200);
        String page = body(desk.get("/console/chats/" + id));
        assertThat(page.indexOf("订好了,再见")).isBetween(0, page.indexOf("现在由我继续"));
        assertThat(page).contains("The bot has this chat");
        assertThat(body(desk.get("/console/desk"))).doesNotContain(id);
    }

    @Test
    void hidesChatsFromOtherEstatesAndFromWhoDoesNotTalkToResidents() {
        StaffClient desk = signIn(hire("王芳", Role.FRONT_DESK));
        String id = waiting(desk, "保密的事 " + word());
        List<StaffClient> strangers = List.of(
                signIn(hire("外人", Role.FRONT_DESK, Set.of(FLATS))),
                signIn(hire("经理", Role.MANAGER, Set.of(FLATS))),
                signIn(hire("师傅", Role.TECHNICIAN)),
                signIn(hire("会所", Role.ATTENDANT)));
        for (StaffClient stranger : strangers) {
            assertThat(body(stranger.get("/console/desk"))).doesNotContain(id, "保密的事");
            assertThat(status(stranger.get("/console/chats/" + id))).isEqualTo(404);
            assertThat(status(stranger.get("/console/chats/" + id + "/news"))).isEqualTo(404);
            for (String act : List.of("/takeover", "/messages", "/handback")) {
                assertThat(status(stranger.post("/console/chats/" + id + act, reply("x", "x1"))))
                        .isEqualTo(404);
            }
        }
        assertThat(body(strangers.get(2).get("/console"))).contains("doesn’t answer chats");
        assertThat(body(signIn(hire("总管", Role.ADMIN, Set.of())).get("/console/desk")))
                .contains(id);
    }

    @Test
    void refusesAPostThatDoesNotCarryItsToken() {
        StaffClient desk = signIn(hire("王芳", Role.FRONT_DESK));
        String id = waiting(desk, "跨站 " + word());
        for (String act : List.of("/takeover", "/messages", "/handback")) {
            assertThat(status(desk.post("/console/chats/" + id + act, reply("x", "x1"), "")))
                    .isEqualTo(403);
        }
        assertThat(body(desk.get("/console/chats/" + id))).contains("data-free=\"true\"");
    }

    @Test
    void refusesAReplyThatIsEmptyOrTooLong() {
        StaffClient desk = signIn(hire("王芳", Role.FRONT_DESK));
        String id = waiting(desk, "长话 " + word());
        desk.post("/console/chats/" + id + "/takeover", "{}");
        for (String text : List.of("  ", "长".repeat(4_001))) {
            assertThat(status(desk.post("/console/chats/" + id + "/messages", reply(text, "n1"))))
                    .isEqualTo(422);
        }
        assertThat(status(desk.post("/console/chats/" + id + "/messages", "{\"text\":\"没有名字\"}")))
                .isEqualTo(422);
    }

    @Test
    void putsADangerInFrontOfEverybodyWhoWaits() {
        StaffClient desk = signIn(hire("王芳", Role.FRONT_DESK));
        waiting(desk, "早就在等 " + word());
        Address resident = visitor();
        says(resident, "电梯里困住人了");
        await().untilAsserted(() -> {
            String first = body(desk.get("/console/desk")).replaceAll("(?s)^.*?(<a.*?</a>).*$", "$1");
            assertThat(first).contains("data-tone=\"danger\"", "电梯里困住人了", "Danger reported");
        });
    }

    @Test
    void showsMarkupAsTheTextItIs() {
        StaffClient desk = signIn(hire("王芳", Role.FRONT_DESK));
        String id = waiting(desk, "<img src=x onerror=alert(1)> " + word());
        assertThat(body(desk.get("/console/chats/" + id)))
                .doesNotContain("<img src=x")
                .contains("&lt;img src=x onerror=alert(1)&gt;");
    }

    @Test
    void asksTheBotNothingWhileAPersonHasTheChat() {
        StaffClient desk = signIn(hire("王芳", Role.FRONT_DESK));
        Address resident = visitor();
        String id = waiting(desk, resident, "先说一声 " + word());
        desk.post("/console/chats/" + id + "/takeover", "{}");
        String question = "停车怎么收费 " + word();
        says(resident, question);
        await().untilAsserted(
                        () -> assertThat(body(desk.get("/console/chats/" + id))).contains(question));
        String page = body(desk.get("/console/chats/" + id));
        assertThat(page.substring(page.lastIndexOf(question))).doesNotContain("class=\"line bot\"");
    }

    /** @return the id of a chat whose resident said something and asks for a person */
    private String waiting(StaffClient desk, String words) {
        return waiting(desk, visitor(), words);
    }

    private String waiting(StaffClient desk, Address resident, String words) {
        says(resident, words);
        says(resident, "人工");
        String shown = org.springframework.web.util.HtmlUtils.htmlEscape(words);
        Pattern row = Pattern.compile("(?s)data-id=\"([^\"]+)\"(?:(?!data-id).)*?" + Pattern.quote(shown) + " · 人工");
        String[] found = new String[1];
        await().untilAsserted(() -> {
            Matcher match = row.matcher(body(desk.get("/console/desk")));
            assertThat(match.find()).isTrue();
            found[0] = match.group(1);
        });
        return found[0];
    }

    private static String reply(String text, String once) {
        return "{\"text\":\"" + text + "\",\"once\":\"" + once + "\"}";
    }

    private static String word() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
