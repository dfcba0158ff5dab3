package dev.ordo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/**
 * Opens pages of the running server in an installed Chromium. Where there is none the tests are
 * skipped with a message; with {@code CI=true} they fail. {@code ORDO_CHROMIUM} names another one.
 */
public abstract class BrowserTests extends RunningServer {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-gpu");

  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void openBrowser() {
    Optional<Path> chromium = chromium();
    if (chromium.isEmpty() && "true".equals(System.getenv("CI"))) {
      Assertions.fail("No Chromium found; install it or set ORDO_CHROMIUM.");
    }
    Assumptions.assumeTrue(
        chromium.isPresent(), "No Chromium found: pages are not looked at. Set ORDO_CHROMIUM.");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.orElseThrow())
                    .setArgs(FLAGS));
  }

  @AfterAll
  static void closeBrowser() {
    if (playwright != null) {
      playwright.close();
      playwright = null;
    }
  }

  private static Optional<Path> chromium() {
    return Stream.of(
            Optional.ofNullable(System.getenv("ORDO_CHROMIUM")).orElse("/usr/bin/chromium"),
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A fresh, signed-out window in a language ("en", "zh") and width in CSS pixels. */
  protected Page window(String language, int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                .setViewportSize(width, width < 500 ? 740 : 900)
                .setBaseURL(at("/").toString()));
    Page page = context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  }

  /** The same, with a demo user signed in and the home page open. */
  protected Page signedIn(String login, String language, int width) {
    Page page = window(language, width);
    page.navigate("/login");
    page.fill("input[name=username]", login);
    page.fill("input[name=password]", "ordo");
    page.click("button.primary");
    page.waitForSelector(".topbar");
    return page;
  }

  /** Keeps what is seen as {@code target/screenshots/<name>.png}. */
  protected static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
