package dev.ordo.order;

import dev.ordo.console.Badge;
import dev.ordo.console.HomeCard;
import dev.ordo.console.Times;
import dev.ordo.console.Words;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the home page tells about orders: today's figures, straight-through rates, open holds. */
@Configuration
class OrderCards {
  private static final double GOAL = 0.95;

  private final Orders orders;
  private final BusinessClock clock;
  private final Times times;
  private final Words words;

  OrderCards(Orders orders, BusinessClock clock, Times times, Words words) {
    this.orders = orders;
    this.clock = clock;
    this.times = times;
    this.words = words;
  }

  @Bean
  HomeCard ordersTodayCard() {
    return new Card(0, "order.today", 2, this::today);
  }

  @Bean
  HomeCard straightThroughCard() {
    return new Card(100, "order.rateByShop", 2, this::rateByShop);
  }

  @Bean
  HomeCard openHoldsCard() {
    return new Card(110, "order.holdsCard", 2, this::holds);
  }

  @Bean
  HomeCard orderStatusCard() {
    return new Card(105, "order.byStatus", 2, this::statuses);
  }

  private interface Drawing {
    HomeCard.Content draw(Locale locale, Scope scope);
  }

  private record Card(int position, String titleKey, int width, Drawing drawing)
      implements HomeCard {
    @Override
    public Content content(Locale locale, Scope scope) {
      return drawing.draw(locale, scope);
    }
  }

  private HomeCard.Content today(Locale locale, Scope scope) {
    List<Orders.DayFigures> day = figures(scope);
    int arrived = day.stream().mapToInt(Orders.DayFigures::arrived).sum();
    int held = day.stream().mapToInt(Orders.DayFigures::held).sum();
    int paid = day.stream().mapToInt(Orders.DayFigures::paid).sum();
    int untouched = day.stream().mapToInt(Orders.DayFigures::untouched).sum();
    double rate = paid == 0 ? 1 : (double) untouched / paid;
    long millis = orders.releaseLatencyP95(startOfDay());
    return new HomeCard.Figures(
        new HomeCard.Figure("order.arrivedToday", Integer.toString(arrived)),
        new HomeCard.Figure(
            "order.rate", percent(rate), "", rate >= GOAL ? Badge.OK : Badge.WARN, ""),
        new HomeCard.Figure(
            "order.held", Integer.toString(held), "", Badge.NONE, "/orders?hold=ANY"),
        new HomeCard.Figure(
            "order.p95", millis < 1000 ? millis + " ms" : "%.1f s".formatted(millis / 1000.0)));
  }

  private HomeCard.Content rateByShop(Locale locale, Scope scope) {
    List<Orders.DayFigures> day = figures(scope);
    return new HomeCard.Chart(
        Map.of(
            "xAxis", Map.of("type", "category", "data", shops(day)),
            "yAxis", Map.of("type", "value", "max", 100, "min", 0),
            "series",
                List.of(
                    Map.of(
                        "type",
                        "bar",
                        "label",
                        Map.of("show", true, "position", "insideTop", "formatter", "{c} %"),
                        "data",
                        day.stream()
                            .map(d -> Math.round(d.straightThroughRate() * 1000) / 10.0)
                            .toList()))));
  }

  private HomeCard.Content holds(Locale locale, Scope scope) {
    return bars(orders.openHolds(), locale);
  }

  private HomeCard.Content statuses(Locale locale, Scope scope) {
    return bars(orders.countByStatus(), locale);
  }

  private HomeCard.Content bars(Map<String, Integer> counts, Locale locale) {
    List<String> labels = counts.keySet().stream().map(c -> words.code(c, locale)).toList();
    return new HomeCard.Chart(
        Map.of(
            "xAxis", Map.of("type", "value"),
            "yAxis", Map.of("type", "category", "inverse", true, "data", labels),
            "series", List.of(Map.of("type", "bar", "data", List.copyOf(counts.values())))));
  }

  private static List<String> shops(List<Orders.DayFigures> day) {
    return day.stream().map(Orders.DayFigures::shop).toList();
  }

  private List<Orders.DayFigures> figures(Scope scope) {
    return orders.day(startOfDay(), clock.now().plusSeconds(1)).stream()
        .filter(d -> scope.seesShop(d.shop()))
        .toList();
  }

  private Instant startOfDay() {
    LocalDate today = clock.today(times.zone());
    return today.atStartOfDay(times.zone()).toInstant();
  }

  private static String percent(double rate) {
    return "%.1f %%".formatted(rate * 100);
  }
}
