package guanjia.inbound;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import guanjia.conversations.Inbound;
import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.Address;
import guanjia.delivery.Button;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page in a real Chromium. */
class ChatPageTest {
    private static InboundServer server;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = InboundServer.fresh();
        server.conversations.answerWith(new Concierge());
        server.conversations.itIs(Instant.now());
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void aResidentAsksPressesAndReachesAPersonByKeyboardAlone() {
        Page page = open("zh-CN");
        assertThat(page.locator("#hello h2")).hasText("您好，我是颐和花园的管家");
        assertThat(page.locator("#say")).isFocused();
        page.keyboard().type("会所几点开门?");
        page.keyboard().press("Enter");
        Locator answer = page.locator("#lines .line.bot .bubble").last();
        assertThat(answer).containsText("06:30–22:00");
        assertThat(page.locator("a.source")).hasAttribute("href", "https://chat.example.com/handbook/yihe/club#hours");
        page.keyboard().type("家里漏水了");
        page.keyboard().press("Enter");
        assertThat(page.locator("#lines .key")).hasText(new String[] {"厨房", "卫生间", "阳台"});
        assertThat(answer.locator("a")).hasAttribute("href", "tel:400-820-0119");
        page.locator("#lines .key").first().focus();
        page.keyboard().press("Enter");
        assertThat(answer).containsText("收到您的选择");
        assertThat(page.locator("#lines .key")).hasCount(0);
        assertThat(page.locator("#say")).isFocused();
        page.keyboard().type("找人工");
        page.keyboard().press("Enter");
        assertThat(page.locator(".note")).hasText("已转前台同事，前面还有 1 位");
        assertThat(page.locator(".line.staff .bubble")).containsText("前台小李");
        assertThat(page.locator("#pending")).isEmpty();
        assertThat(page.locator("#typing")).isHidden();
        assertThat(complaints).isEmpty();
    }

    @Test
    void anAnswerIsShownWhileItIsWrittenUntilTheAnswerItselfTakesItsPlace() {
        Page page = open("zh-CN");
        List<Address> chats = new CopyOnWriteArrayList<>();
        server.conversations.answerWith((chat, inbound) -> {
            chats.add(inbound.from());
            chat.show(inbound.from(), "游泳池晚上 21:00 关门。");
        });
        page.keyboard().type("游泳池几点关门?");
        page.keyboard().press("Enter");
        assertThat(page.locator("#draft .bubble")).hasText("游泳池晚上 21:00 关门。");
        server.conversations.show(chats.getFirst(), "游泳池晚上 21:00 关门。20:30 停止入场。");
        assertThat(page.locator("#draft .bubble")).hasText("游泳池晚上 21:00 关门。20:30 停止入场。");
        server.conversations.clear(chats.getFirst());
        server.conversations.say(chats.getFirst(), Who.BOT, "游泳池每天 7:00 至 21:00 开放。", List.of());
        assertThat(page.locator("#lines .line.bot .bubble").last()).containsText("游泳池每天 7:00 至 21:00 开放。");
        assertThat(page.locator("#draft")).hasCount(0);
        assertThat(page.locator("#typing")).isHidden();
        server.conversations.answerWith(new Concierge());
        assertThat(complaints).isEmpty();
    }

    @Test
    void whoComesOrGoesTakesTheChoicesAwayAndMayBringOthers() {
        Page page = open("zh-CN");
        page.fill("#say", "家里漏水了");
        page.keyboard().press("Enter");
        assertThat(page.locator("#lines .key")).hasCount(3);
        Address chat = lastTaken().from();
        server.conversations.say(chat, Who.NOTE, "前台小李来了", List.of());
        assertThat(page.locator("#lines .key")).hasCount(0);
        server.conversations.say(chat, Who.NOTE, "现在由我继续", List.of(List.of(new Button("继续报修", "token-1"))));
        page.locator(".told .key").click();
        assertThat(page.locator("#lines .line.me").last()).containsText("继续报修");
        assertThat(page.locator("#lines .key")).hasCount(0);
    }

    @Test
    void isReadAloudAsALogWithNamesAndALabelledInput() {
        Page page = open("en-US");
        page.getByLabel("Your question").fill("找人工");
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
        assertThat(page.locator(".line.staff .bubble")).hasText("Front desk:您好，我是前台小李，请问有什么可以帮您？");
        Locator log = page.getByRole(com.microsoft.playwright.options.AriaRole.LOG);
        assertThat(log).hasAttribute("aria-live", "polite");
        assertThat(log).hasAttribute("aria-busy", "false");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void keepsWhatWasWrittenUntilTheServerHasIt() {
        Page page = open("zh-CN");
        server.conversations.away = true;
        page.fill("#say", "会所的事,别丢");
        page.keyboard().press("Enter");
        assertThat(page.locator(".pending .fate")).hasText("待发送");
        assertThat(page.locator("#banner")).isVisible();
        page.reload();
        assertThat(page.locator(".pending .bubble")).containsText("会所的事,别丢");
        server.conversations.away = false;
        assertThat(page.locator("#lines .line.bot .bubble")).hasCount(1);
        assertThat(page.locator("#lines .line.me")).hasCount(1);
        assertThat(page.locator(".pending")).hasCount(0);
        assertThat(server.conversations.taken.stream()
                        .filter(inbound -> inbound.content().toString().contains("会所的事,别丢")))
                .hasSize(1);
    }

    @Test
    void comesBackWithoutAGapAndWithoutADouble() {
        Page page = open("zh-CN");
        page.fill("#say", "会所几点开门?");
        page.keyboard().press("Enter");
        assertThat(page.locator("#lines .line.bot")).hasCount(1);
        Address chat = lastTaken().from();
        page.context().setOffline(true);
        page.evaluate("dispatchEvent(new Event('offline'))");
        assertThat(page.locator("#banner")).containsText("没有联网");
        for (int i = 1; i <= 5; i++) {
            server.conversations.say(chat, Who.STAFF, "断线时的第 " + i + " 条", List.of());
        }
        page.context().setOffline(false);
        assertThat(page.locator(".line.staff .bubble")).hasCount(5);
        assertThat(page.locator(".line.staff .bubble").last()).hasText("前台同事说：断线时的第 5 条");
        server.conversations.say(chat, Who.STAFF, "再来一条", List.of());
        assertThat(page.locator(".line.staff")).hasCount(6);
        assertThat(page.locator("#lines .line.me")).hasCount(1);
    }

    @Test
    void refusesATextThatIsTooLongBeforeSendingIt() {
        Page page = open("zh-CN");
        page.fill("#say", "长".repeat(2_001));
        page.keyboard().press("Enter");
        assertThat(page.locator("#count")).containsText("2,000 字");
        assertThat(page.locator("#say")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".pending")).hasCount(0);
    }

    @Test
    void showsMarkupAsTheTextItIs() {
        Page page = open("zh-CN");
        page.fill("#say", "<img src=x onerror=alert(1)> 会所");
        page.keyboard().press("Enter");
        assertThat(page.locator("#lines .line.me .bubble")).containsText("<img src=x onerror=alert(1)> 会所");
        assertThat(page.locator("img")).hasCount(0);
    }

    @Test
    void fitsAPhone() {
        Page page = browser.visitor("zh-CN", 320, 568, false).newPage();
        page.navigate(server.url("/chat?estate=yihe"));
        assertThat(page.locator("#hello h2")).isVisible();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        assertThat(page.locator("#send")).isInViewport();
        assertThat(page.locator(".call")).hasAttribute("href", "tel:400-820-0000");
        page.context().close();
    }

    private Page open(String language) {
        Page page = browser.page(language);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.navigate(server.url("/chat?estate=yihe"));
        assertThat(page.locator("#hello .key")).hasCount(4);
        return page;
    }

    private static Inbound lastTaken() {
        return server.conversations.taken.getLast();
    }
}
