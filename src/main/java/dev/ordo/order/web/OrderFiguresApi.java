package dev.ordo.order.web;

import dev.ordo.access.People;
import dev.ordo.order.Orders;
import dev.ordo.order.Orders.DayFigures;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many orders went straight through lately, by shop, for other systems. */
@RestController
class OrderFiguresApi {
  private static final int LONGEST = 24 * 31;

  /**
   * One shop's orders.
   *
   * @param untouched released without any human act
   * @param straightThrough untouched ÷ paid, 0 to 1
   */
  record Figures(
      String shop,
      int arrived,
      int paid,
      int released,
      int untouched,
      int held,
      double straightThrough) {
    static Figures of(DayFigures day) {
      return new Figures(
          day.shop(),
          day.arrived(),
          day.paid(),
          day.released(),
          day.untouched(),
          day.held(),
          day.straightThroughRate());
    }
  }

  /**
   * The shops the caller may see and all of them together.
   *
   * @param releaseP95Ms 95th percentile of arrival to release, milliseconds of real time
   */
  record Answer(Instant from, Instant until, List<Figures> shops, Figures all, long releaseP95Ms) {}

  private final Orders orders;
  private final BusinessClock clock;
  private final People people;

  OrderFiguresApi(Orders orders, BusinessClock clock, People people) {
    this.orders = orders;
    this.clock = clock;
    this.people = people;
  }

  @GetMapping("/api/order-figures")
  Answer figures(@RequestParam(defaultValue = "24") int hours) {
    if (hours < 1 || hours > LONGEST) {
      throw new Refusal("hours", hours, "Give 1 to " + LONGEST + " hours.");
    }
    Instant until = clock.now();
    Instant from = until.minus(Duration.ofHours(hours));
    List<DayFigures> shops =
        orders.day(from, until).stream()
            .filter(day -> people.actor().scope().seesShop(day.shop()))
            .toList();
    return new Answer(
        from,
        until,
        shops.stream().map(Figures::of).toList(),
        Figures.of(together(shops)),
        orders.releaseLatencyP95(from));
  }

  private static DayFigures together(List<DayFigures> shops) {
    return new DayFigures(
        "",
        shops.stream().mapToInt(DayFigures::arrived).sum(),
        shops.stream().mapToInt(DayFigures::paid).sum(),
        shops.stream().mapToInt(DayFigures::released).sum(),
        shops.stream().mapToInt(DayFigures::untouched).sum(),
        shops.stream().mapToInt(DayFigures::held).sum());
  }
}
