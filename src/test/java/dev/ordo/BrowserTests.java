package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/**
 * Opens pages of the running server in an installed Chromium. Where there is none the tests are
 * skipped with a message; with {@code CI=true} they fail. {@code ORDO_CHROMIUM} names another one.
 */
public abstract class BrowserTests extends StillServer {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-gpu");

  /** What no person should have to read: missing words, codes, long ids and times of machines. */
  private static final Pattern RAW =
      Pattern.compile(
          "\\?\\?[^?\\s]+\\?\\?|\\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\\b|\\b1\\d{17}\\b|\\d-\\d\\dT\\d\\d:");

  private final List<String> complaints = new CopyOnWriteArrayList<>();

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
    page.onConsoleMessage(
        said -> {
          if (said.type().equals("error")) {
            complaints.add(page.url() + ": " + said.text());
          }
        });
    page.onPageError(fault -> complaints.add(page.url() + ": " + fault));
    return page;
  }

  /** Opens a page that must be there, without a complaint of the browser. */
  protected void open(Page page, String path) {
    Response answer = page.navigate(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    readsWell(page);
  }

  /** What is on the page is meant for people, and the browser has nothing to complain about. */
  protected void readsWell(Page page) {
    String url = page.url();
    assertThat(page.title()).as("title of " + url).endsWith("Ordo");
    assertThat(RAW.matcher(said(page)).results().map(MatchResult::group))
        .as("raw text on " + url)
        .isEmpty();
    assertThat(complaints).as("complaints of the browser").isEmpty();
  }

  /** What a page says in words; rules and their vocabulary are written as they are. */
  private static String said(Page page) {
    return String.valueOf(
        page.evaluate(
            """
            () => {
              const main = document.querySelector('main');
              const written = [...main.querySelectorAll('.editor, code, pre.rule-text')];
              written.forEach(one => one.style.setProperty('display', 'none'));
              const said = main.innerText;
              written.forEach(one => one.style.removeProperty('display'));
              return said;
            }\
            """));
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
