package guanjia.inbound;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium; {@code CHROMIUM} names another one than the system's. */
public final class Browser implements AutoCloseable {
    /** In milliseconds: what doesn't come on a busy machine mustn't look like what never comes. */
    private static final double PATIENCE = 30_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    public Browser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--no-first-run",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A visitor of their own, without cookies. */
    public BrowserContext visitor(String language, int width, int height, boolean dark) {
        BrowserContext visitor = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(width, height)
                .setColorScheme(
                        dark
                                ? com.microsoft.playwright.options.ColorScheme.DARK
                                : com.microsoft.playwright.options.ColorScheme.LIGHT));
        visitor.setDefaultTimeout(PATIENCE);
        return visitor;
    }

    public Page page(String language) {
        return visitor(language, 1200, 800, false).newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
