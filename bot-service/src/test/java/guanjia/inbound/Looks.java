package guanjia.inbound;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

final class Looks {
    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler((t, e) -> { e.printStackTrace(); System.exit(1); });
        try (InboundServer server = InboundServer.start(); Browser browser = new Browser()) {
            server.conversations.answerWith(new Concierge());
            server.conversations.itIs(java.time.Instant.now());
            for (String lang : new String[] {"zh-CN", "en-US", "zh-HK"}) {
                for (int width : new int[] {1440, 390}) {
                    Page page = browser.visitor(lang, width, width == 390 ? 844 : 900, lang.equals("zh-HK")).newPage();
                    page.onConsoleMessage(m -> System.out.println("console " + m.type() + " " + m.text()));
                    page.onPageError(e -> System.out.println("error " + e));
                    page.navigate(server.url("/chat?estate=yihe"));
                    page.waitForSelector("#hello .key");
                    page.waitForTimeout(500);
                    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/inbrun/" + lang + "-" + width + "-a.png")));
                    page.locator("#hello .key").nth(1).click();
                    page.waitForTimeout(400);
                    for (String text : new String[] {"会所几点开门？", "家里漏水了"}) {
                        page.fill("#say", text);
                        page.keyboard().press("Enter");
                        page.waitForTimeout(600);
                    }
                    page.waitForTimeout(400);
                    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/inbrun/" + lang + "-" + width + "-b.png")));
                    if (page.locator("#lines .key").count() > 0) page.locator("#lines .key").nth(0).click();
                    page.fill("#say", "找人工");
                    page.keyboard().press("Enter");
                    page.waitForTimeout(800);
                    server.conversations.away = true;
                    page.fill("#say", "发不出去的一条");
                    page.keyboard().press("Enter");
                    page.waitForTimeout(6500);
                    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/inbrun/" + lang + "-" + width + "-c.png")));
                    server.conversations.away = false;
                    page.context().close();
                }
            }
        }
        System.exit(0);
    }
}
