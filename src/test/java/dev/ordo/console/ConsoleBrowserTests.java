package dev.ordo.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.ordo.BrowserTests;
import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.shared.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@Import(ConsoleBrowserTests.SampleCards.class)
class ConsoleBrowserTests extends BrowserTests {
  private static final AtomicInteger ASKED = new AtomicInteger();

  /** Cards of each kind, which change whenever they are asked. */
  @TestConfiguration
  static class SampleCards {
    private record Sample(int position, String titleKey, int width, HomeCard.Content shown)
        implements HomeCard {
      @Override
      public Content content(Locale locale, Scope scope) {
        return shown;
      }
    }

    @Bean
    HomeCard counting() {
      return new HomeCard() {
        @Override
        public int position() {
          return 1;
        }

        @Override
        public String titleKey() {
          return "console.api";
        }

        @Override
        public Content content(Locale locale, Scope scope) {
          String count = Integer.toString(ASKED.incrementAndGet());
          return new Figures(new Figure("", count, "+3 / min", Badge.OK, "/tasks"));
        }
      };
    }

    @Bean
    HomeCard bars() {
      List<String> hours = new ArrayList<>();
      List<Integer> orders = new ArrayList<>();
      for (int hour = 0; hour < 24; hour++) {
        hours.add(hour + ":00");
        orders.add(40 + (hour * 37) % 90);
      }
      Map<String, Object> option =
          Map.of(
              "xAxis", Map.of("type", "category", "data", hours),
              "yAxis", Map.of("type", "value"),
              "series", List.of(Map.of("type", "bar", "data", orders)));
      return new Sample(100, "console.search", 2, new HomeCard.Chart(option));
    }
  }

  private final Tasks tasks;

  @Autowired
  ConsoleBrowserTests(Tasks tasks) {
    this.tasks = tasks;
  }

  @BeforeEach
  void somethingToDo() {
    Instant now = Instant.now();
    tasks.openAll(
        List.of(
            task(1, "PARCEL", Role.CLERK, now.minus(3, ChronoUnit.HOURS)),
            task(2, "ORDER", Role.CLERK, now.plus(5, ChronoUnit.HOURS)),
            task(3, "ORDER", Role.OPS_MANAGER, now.plus(1, ChronoUnit.HOURS)),
            task(4, "CONSIGNMENT", Role.WAREHOUSE, now.plus(30, ChronoUnit.HOURS))));
  }

  private static NewTask task(long id, String subject, Role owner, Instant due) {
    long number = 4_711_000_000_000L + id * 7_919;
    return new NewTask(
        "DONE", subject, number, "sample:" + id, owner, "desk.late", List.of("2 h"), due);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void peopleSignIn(String language) {
    Page page = window(language, 1280);
    page.navigate("/tasks");
    shoot(page, "login-" + language);
    page.fill("input[name=username]", "clerk");
    page.fill("input[name=password]", "wrong");
    page.click("button.primary");
    assertThat(page.locator(".note-bad").count()).isEqualTo(1);

    page.fill("input[name=username]", "clerk");
    page.fill("input[name=password]", "ordo");
    page.click("button.primary");
    page.waitForSelector(".topbar");

    assertThat(page.url()).contains("/tasks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void homeMovesByItself(String language) {
    Page page = signedIn("admin", language, 1440);
    String before = page.locator("#card-console-api .value").innerText();
    page.waitForSelector(".chart svg");

    page.waitForCondition(
        () -> !page.locator("#card-console-api .value").innerText().equals(before));

    assertThat(page.locator(".chart svg").count()).isPositive();
    shoot(page, "home-" + language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void tasksAreWorkedOff(String language) {
    Page page = signedIn("clerk", language, 1440);
    page.navigate("/tasks");
    shoot(page, "tasks-" + language);
    page.locator(".table tbody a").first().click();
    page.fill("input[name=text]", "Rang the carrier, moves tomorrow");
    page.locator("form[action$='/note'] button").click();
    assertThat(page.locator(".timeline").innerText()).contains("Rang the carrier");
    shoot(page, "task-" + language);

    page.locator("form[action$='/done'] button").click();

    assertThat(page.url()).endsWith("/tasks");
  }

  @Test
  void aPhoneShowsTheSame() {
    Page page = signedIn("ops_manager", "zh", 360);
    page.waitForSelector(".chart svg");
    shoot(page, "home-mobile-zh");
    page.navigate("/tasks");
    shoot(page, "tasks-mobile-zh");
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(360);
    page.click(".burger");
    page.locator(".sidebar a[href='/']").first().isVisible();
    page.waitForTimeout(300);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(java.nio.file.Path.of("target/screenshots/menu-mobile-zh.png")));
  }

  @Test
  void theAdministratorMakesPeopleAndKeys() {
    Page page = signedIn("admin", "en", 1440);
    page.navigate("/people");
    page.fill("form[action='/people'] input[name=login]", "zhao");
    page.fill("form[action='/people'] input[name=name]", "Zhao");
    page.check("form[action='/people'] input[value=CLERK]");
    page.locator("form[action='/people'] button").click();
    assertThat(page.locator(".note-warn").innerText()).contains("zhao");
    shoot(page, "people-en");

    page.navigate("/acts");

    assertThat(page.locator("main").innerText()).contains("Person added");
    shoot(page, "acts-en");
  }

  @Test
  void othersAreTurnedAwayPolitely() {
    Page page = signedIn("viewer", "en", 1280);
    assertThat(page.navigate("/people").status()).isEqualTo(403);
    shoot(page, "error-403");
    assertThat(page.navigate("/no-such-page").status()).isEqualTo(404);
    shoot(page, "error-404");
  }

  @Test
  void theApiIsDocumented() {
    Page page = signedIn("admin", "en", 1280);
    page.navigate("/api/docs");
    page.waitForSelector(".opblock");
    assertThat(page.content()).contains("/api/clock");
    shoot(page, "api-docs");
  }
}
