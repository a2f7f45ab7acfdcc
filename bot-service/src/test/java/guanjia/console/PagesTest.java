package guanjia.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import guanjia.conversations.ConversationId;
import guanjia.conversations.HandOffs;
import guanjia.conversations.Mode;
import guanjia.delivery.Address;
import guanjia.inbound.Browser;
import guanjia.staff.Role;
import guanjia.staff.StaffMember;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page in a real Chromium: readable, reachable and in one language, for everybody. */
class PagesTest extends DeskAtWork {
    private static final String AXE = read("/axe.min.js");
    private static final String LOOKS = read("/guanjia/console/looks.js");
    private static Browser browser;

    @Autowired
    HandOffs handOffs;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        browser = new Browser();
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @AfterAll
    static void stop() {
        PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
        browser.close();
    }

    @AfterEach
    void closeAll() {
        opened.forEach(BrowserContext::close);
    }

    @Test
    void everyPageIsReadableAndReachableOnADesktopByDay() {
        lookAtEverything("zh-CN", 1440, false);
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyPageIsReadableAndReachableOnASmallPhoneByNight() {
        lookAtEverything("en-US", 320, true);
        assertThat(complaints).isEmpty();
    }

    private void lookAtEverything(String language, int width, boolean dark) {
        BrowserContext context = browser.visitor(language, width, 844, dark);
        opened.add(context);
        Page page = context.newPage();
        page.emulateMedia(
                new Page.EmulateMediaOptions().setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        StaffMember member = hire("王芳", Role.FRONT_DESK);
        String matter = lookAtTheChat(page);
        lookAtOtherPages(page);
        lookAtTheDoor(page, member);
        lookAtTheDesk(page, matter);
        page.navigate(url("/chat?estate=" + OFFICES));
        assertThat(page.locator(".line.staff")).hasCount(1);
        assertThat(page.locator("#lines .key")).hasCount(0);
        look(page, "chat with a person");
    }

    private String lookAtTheChat(Page page) {
        page.navigate(url("/chat?estate=" + OFFICES));
        assertThat(page.locator("#hello .key")).hasCount(4);
        look(page, "welcome");
        say(page, "停车怎么收费");
        say(page, "空调加班怎么申请");
        look(page, "answer");
        say(page, "楼里着火了");
        String matter = "空调不够冷" + UUID.randomUUID().toString().substring(0, 6);
        say(page, matter);
        say(page, "人工");
        assertThat(page.locator("#lines .key").last()).isVisible();
        look(page, "waiting");
        return matter;
    }

    private void lookAtOtherPages(Page page) {
        page.navigate(url("/handbook/xinghui/services"));
        page.locator("summary").click();
        look(page, "handbook");
        page.navigate(url("/nowhere"));
        assertThat(page.locator("h1")).hasText("没有找到这一页");
        look(page, "no such page");
    }

    private void lookAtTheDoor(Page page, StaffMember member) {
        page.navigate(url("/console"));
        look(page, "sign-in");
        signIn(page, "nobody-" + UUID.randomUUID(), "wrong");
        assertThat(page.locator(".alert-danger")).isVisible();
        look(page, "sign-in refused");
        signIn(page, member.login(), PASSWORD);
        assertThat(page.locator("body")).hasAttribute("data-ready", "true");
        look(page, "list");
        page.locator(".account summary").click();
        look(page, "account");
        page.navigate(url("/console/chats/nothing"));
        look(page, "no such chat");
    }

    private void lookAtTheDesk(Page page, String matter) {
        page.navigate(url("/console"));
        row(page, matter).click();
        assertThat(page.locator("#take")).isEnabled();
        look(page, "chat on the desk");
        page.locator("#take").click();
        assertThat(page.locator("#reply")).isFocused();
        page.keyboard().type("您好，师傅马上到。");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#lines .line.staff")).hasCount(1);
        assertThat(page.locator("#unsent .line")).hasCount(0);
        look(page, "chat taken");
        page.locator("#hand-back").click();
        assertThat(page.locator("#closing")).isVisible();
        look(page, "handing back");
        page.keyboard().press("Escape");
        assertThat(page.locator("#closing")).isHidden();
    }

    @Test
    void aKeyboardReachesEverythingOfTheChatInTheOrderItIsSeen() {
        Page page = page("zh-CN", 390);
        page.navigate(url("/chat?estate=" + OFFICES));
        assertThat(page.locator("#hello .key")).hasCount(4);
        page.locator(".skip").focus();
        assertThat(tabs(page, "say"))
                .containsExactly("简", "繁", "EN", "call", "scroll", "key", "key", "key", "key", "say");
        page.keyboard().type("你好");
        page.keyboard().press("Tab");
        assertThat(page.locator("#send")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#lines .line.bot")).hasCount(1);
        assertThat(page.locator("#say")).isFocused();
    }

    @Test
    void aKeyboardReachesEverythingOfTheDeskInTheOrderItIsSeen() {
        Page page = page("zh-CN", 1440);
        page.navigate(url("/console"));
        StaffMember member = hire("王芳", Role.FRONT_DESK);
        String matter = "门禁卡" + UUID.randomUUID().toString().substring(0, 6);
        waiting(matter);
        signIn(page, member.login(), PASSWORD);
        assertThat(page.locator("body")).hasAttribute("data-ready", "true");
        row(page, matter).click();
        assertThat(page.locator("#take")).isEnabled();
        Set<String> reached = new LinkedHashSet<>(tabs(page, "reply"));
        assertThat(reached)
                .containsExactly(
                        "skip", "brand", "tool", "account", "row-link", "take", "hand-back", "scroll", "查看原文", "reply");
        page.keyboard().press("Escape");
        assertThat(page.locator("#list")).isFocused();
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#help")).isHidden();
    }

    @Test
    void theListMarksWhatAResidentWroteToMeWhileIWasElsewhere() {
        StaffMember member = hire("王芳", Role.FRONT_DESK);
        String matter = "快递柜" + UUID.randomUUID().toString().substring(0, 6);
        Address resident = waiting(matter);
        handOffs.takeOver(member, idOf(member, matter));
        Page page = page("zh-CN", 1440);
        page.navigate(url("/console"));
        signIn(page, member.login(), PASSWORD);
        Locator mark = row(page, matter).locator(".unread");
        assertThat(mark).hasText("新消息");
        row(page, matter).click();
        assertThat(page.locator("#chat-head")).hasAttribute("data-mine", "true");
        assertThat(mark).isHidden();
        page.navigate(url("/console"));
        assertThat(page.locator("body")).hasAttribute("data-ready", "true");
        assertThat(mark).isHidden();
        says(resident, "还没开，" + matter);
        assertThat(mark).isVisible();
        assertThat(page).hasTitle(Pattern.compile("^\\(\\d+\\) "));
        assertThat(page.locator("#told")).hasText("住户回复了您");
        row(page, matter).click();
        assertThat(page.locator("#lines .line.resident").last()).containsText("还没开");
        assertThat(mark).isHidden();
    }

    @Test
    void wordsAndNamesAreOfOneScriptAndAnOfficeIsNoHome() {
        Page page = page("zh-HK", 390);
        page.navigate(url("/chat?estate=" + OFFICES));
        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hant");
        assertThat(page.locator("h1 .estate")).hasText("星匯中心");
        assertThat(page.locator("#hello .key").first()).hasText("空調加時怎麼申請？");
        assertThat(page.locator("#hello")).not().containsText("會所");
        page.navigate(url("/"));
        assertThat(page).hasURL(Pattern.compile(".*/chat$"));
        assertThat(page.locator("#hello h2")).hasText("我是您的管家");
    }

    private Page page(String language, int width) {
        BrowserContext context = browser.visitor(language, width, 844, false);
        opened.add(context);
        return context.newPage();
    }

    private void look(Page page, String what) {
        page.evaluate(AXE);
        List<?> found = (List<?>) page.evaluate(LOOKS);
        found.forEach(complaint -> complaints.add(what + ": " + complaint));
    }

    /** What gets the focus at each Tab: its id, else its class, else its words. */
    private static List<String> tabs(Page page, String last) {
        List<String> reached = new ArrayList<>();
        while (reached.size() < 200 && !reached.contains(last)) {
            page.keyboard().press("Tab");
            reached.add(String.valueOf(page.evaluate("(() => { const e = document.activeElement;"
                    + " return e.id && !e.id.startsWith('row-') ? e.id"
                    + " : e.closest('.account') ? 'account' : e.classList[0] ?? e.textContent.trim() })()")));
        }
        return reached;
    }

    private static void signIn(Page page, String login, String password) {
        page.fill("#username", login);
        page.fill("#password", password);
        page.keyboard().press("Enter");
    }

    private static void say(Page page, String words) {
        int answers = page.locator("#lines > .line:not(.me)").count();
        page.fill("#say", words);
        page.keyboard().press("Enter");
        assertThat(page.locator("#lines > .line:not(.me)").nth(answers)).isVisible();
    }

    /** A resident who tells a matter and waits for a person. */
    private Address waiting(String matter) {
        Address resident = visitor();
        says(resident, matter);
        says(resident, "人工");
        return resident;
    }

    private ConversationId idOf(StaffMember member, String matter) {
        return org.awaitility.Awaitility.await()
                .until(
                        () -> handOffs.list(member, OFFICES, Mode.WAITING).stream()
                                .map(HandOffs.Chat::id)
                                .filter(id -> handOffs.lines(member, id, 0).orElseThrow().stream()
                                        .anyMatch(line -> line.line().text().contains(matter)))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static Locator row(Page page, String words) {
        return page.locator(".row-link", new Page.LocatorOptions().setHasText(words));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static String read(String resource) {
        try (InputStream file = PagesTest.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
