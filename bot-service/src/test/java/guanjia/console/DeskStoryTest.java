package guanjia.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import guanjia.inbound.Browser;
import guanjia.staff.Role;
import guanjia.staff.StaffMember;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A day at the desk, in a real Chromium: residents on the web chat, staff on their page. */
class DeskStoryTest extends DeskAtWork {
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @AfterEach
    void closeAll() {
        opened.forEach(BrowserContext::close);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aResidentAsksForAPersonIsAnsweredAndComesBackToTheBot() {
        Page desk = desk(hire("王芳", Role.FRONT_DESK), "zh-CN", 1440);
        Page resident = resident();
        String matter = waits(resident, "货梯门关不上");
        // It appears by itself, with what the resident wants.
        Locator row = row(desk, matter);
        assertThat(row).hasAttribute("data-tone", "waiting");
        assertThat(desk).hasTitle(Pattern.compile("^\\(\\d+\\) 服务台"));
        // By keyboard alone: walk to it, open, take, answer.
        assertThat(desk.locator("body")).hasAttribute("data-ready", "true");
        for (int presses = 0; presses < 100 && !isFocused(row); presses++) {
            desk.keyboard().press("j");
        }
        assertThat(row).isFocused();
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#chat-head .state")).containsText("在等人接待");
        assertThat(desk.locator("#take")).isEnabled();
        desk.keyboard().press("t");
        assertThat(desk.locator("#chat-head")).hasAttribute("data-mine", "true");
        assertThat(desk.locator("#reply")).isFocused();
        desk.keyboard().type("您好，师傅十分钟到。");
        desk.keyboard().press("Control+Enter");
        assertThat(resident.locator(".line.staff .bubble").last()).containsText("师傅十分钟到");
        assertThat(desk.locator("#lines .line.staff .fate")).hasText("已发出");
        assertThat(desk.locator("#unsent .line")).hasCount(0);
        // The resident's words arrive while the bot is silent.
        say(resident, "谢谢师傅" + matter);
        assertThat(desk.locator("#lines .line.resident .bubble").last()).hasText("谢谢师傅" + matter);
        // Back, with a last word; then the bot speaks again.
        desk.keyboard().press("Escape");
        desk.keyboard().press("h");
        desk.keyboard().type("不客气，再见！");
        desk.keyboard().press("Control+Enter");
        assertThat(desk.locator("#chat-head .state")).hasText("机器人在接待");
        assertThat(resident.locator(".line.staff .bubble").last()).containsText("不客气，再见！");
        assertThat(row).hasCount(0);
        int answers = resident.locator("#lines .line.bot").count();
        say(resident, "停车怎么收费");
        assertThat(resident.locator("#lines .line.bot")).hasCount(answers + 1);
    }

    @Test
    void theResidentLeavesTheQueueByTheButtonUnderItsFirstWord() {
        Page desk = desk(hire("王芳", Role.FRONT_DESK), "zh-CN", 1440);
        Page resident = resident();
        String matter = waits(resident, "问问会议室");
        assertThat(row(desk, matter)).hasCount(1);
        resident.locator("#lines .key", new Page.LocatorOptions().setHasText("不等了"))
                .click();
        assertThat(row(desk, matter)).hasCount(0);
    }

    @Test
    void theSecondSeesWhoTookTheChatAndKeepsTheDraft() {
        Page fang = desk(hire("王芳", Role.FRONT_DESK), "zh-CN", 1440);
        Page qiang = desk(hire("李强", Role.MANAGER), "zh-TW", 390);
        Page resident = resident();
        String matter = waits(resident, "空调不冷");
        row(fang, matter).click();
        row(qiang, matter).click();
        qiang.locator("#reply").fill("我来看看");
        fang.locator("#take").click();
        assertThat(qiang.locator("#chat-head .state")).containsText("王芳 在接待");
        assertThat(qiang.locator("#take")).hasCount(0);
        assertThat(qiang.locator("#send")).isDisabled();
        assertThat(qiang.locator("body")).hasAttribute("data-ready", "true");
        qiang.reload();
        assertThat(qiang.locator("#reply")).hasValue("我来看看");
        assertThat(qiang.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    @Test
    void aReplyWhoseAnswerGotLostIsSentAgainAndSaidOnce() {
        Page desk = desk(hire("王芳", Role.FRONT_DESK), "en-US", 1440);
        Page resident = resident();
        String matter = waits(resident, "门禁卡");
        take(desk, matter);
        AtomicInteger arrived = new AtomicInteger();
        desk.route(Pattern.compile(".*/messages$"), route -> {
            route.fetch(); // the server gets it
            arrived.incrementAndGet();
            route.abort(); // and its answer never arrives
        });
        desk.locator("#reply").fill("Your card is ready.");
        desk.locator("#send").click();
        assertThat(desk.locator("#unsent .fate")).containsText("Not sent: no connection");
        desk.reload();
        assertThat(desk.locator("#unsent .bubble")).hasText("Your card is ready.");
        desk.unrouteAll();
        desk.locator("#unsent .btn").first().click();
        assertThat(desk.locator("#unsent .line")).hasCount(0);
        assertThat(desk.locator("#lines .line.staff")).hasCount(1);
        assertThat(resident.locator(".line.staff .bubble")).hasCount(1);
        assertThat(arrived.get()).isEqualTo(1);
        complaints.removeIf(complaint -> complaint.contains("ERR_FAILED"));
    }

    @Test
    void catchesUpAfterALostConnection() {
        Page desk = desk(hire("王芳", Role.FRONT_DESK), "zh-CN", 1440);
        Page resident = resident();
        String matter = waits(resident, "快递");
        take(desk, matter);
        desk.context().setOffline(true);
        desk.evaluate("dispatchEvent(new Event('offline'))");
        assertThat(desk.locator("#banner")).containsText("连接断了");
        say(resident, "第一句" + matter);
        say(resident, "第二句" + matter);
        Page other = resident();
        String meanwhile = waits(other, "断线时来的");
        desk.context().setOffline(false);
        desk.evaluate("dispatchEvent(new Event('online'))");
        assertThat(row(desk, meanwhile)).hasCount(1);
        assertThat(desk.locator("#lines .line.resident .bubble", new Page.LocatorOptions().setHasText("句" + matter)))
                .hasText(new String[] {"第一句" + matter, "第二句" + matter});
        assertThat(desk.locator("#banner")).isHidden();
        complaints.removeIf(
                complaint -> complaint.contains("ERR_INTERNET_DISCONNECTED") || complaint.startsWith("htmx:"));
    }

    @Test
    void anEndedAccountIsToldSoWithoutTouchingAnything() {
        StaffMember member = hire("王芳", Role.FRONT_DESK);
        Page desk = desk(member, "en-US", 1440);
        accounts.deactivate(member.login());
        assertThat(desk.locator("#banner")).containsText("signed out");
        assertThat(desk.locator("#banner a")).hasAttribute("href", Pattern.compile("/console/login\\?next=%2Fconsole"));
        complaints.removeIf(complaint -> complaint.contains("401"));
    }

    private Page desk(StaffMember member, String language, int width) {
        Page page = page(language, width);
        page.navigate(url("/console"));
        page.fill("#username", member.login());
        page.fill("#password", PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("#list .groups")).hasCount(1);
        return page;
    }

    private Page resident() {
        Page page = page("zh-CN", 1200);
        page.navigate(url("/chat?estate=" + OFFICES));
        assertThat(page.locator("#hello .key").first()).isVisible();
        return page;
    }

    private Page page(String language, int width) {
        BrowserContext context = browser.visitor(language, width, 844, false);
        opened.add(context);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** Waits until the server has it, so that the next words come after it. */
    private static void say(Page resident, String words) {
        int said = resident.locator("#lines .line.me").count();
        resident.fill("#say", words);
        resident.keyboard().press("Enter");
        assertThat(resident.locator("#lines .line.me")).hasCount(said + 1);
    }

    /** Tells a matter of their own and asks for a person. @return the matter, which no other chat has */
    private static String waits(Page resident, String about) {
        String matter = about + UUID.randomUUID().toString().substring(0, 6);
        say(resident, matter);
        say(resident, "人工");
        return matter;
    }

    private static void take(Page desk, String matter) {
        row(desk, matter).click();
        desk.locator("#take").click();
        assertThat(desk.locator("#send")).isEnabled();
    }

    private static boolean isFocused(Locator element) {
        return Boolean.TRUE.equals(element.evaluate("element => element === document.activeElement"));
    }

    private static Locator row(Page desk, String words) {
        return desk.locator(".row-link", new Page.LocatorOptions().setHasText(words));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
