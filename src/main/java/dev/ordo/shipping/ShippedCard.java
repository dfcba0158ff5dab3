package dev.ordo.shipping;

import dev.ordo.console.HomeCard;
import dev.ordo.console.Times;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Scope;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How many parcels left today, and with whom. */
@Component
class ShippedCard implements HomeCard {
  private final ParcelRows rows;
  private final BusinessClock clock;
  private final Times times;

  ShippedCard(ParcelRows rows, BusinessClock clock, Times times) {
    this.rows = rows;
    this.clock = clock;
    this.times = times;
  }

  @Override
  public int position() {
    return 50;
  }

  @Override
  public String titleKey() {
    return "shipping.card.shipped";
  }

  @Override
  public Content content(Locale locale, Scope scope) {
    Instant midnight = clock.today(times.zone()).atStartOfDay(times.zone()).toInstant();
    Map<String, Integer> byCarrier = rows.handedSince(midnight);
    int total = byCarrier.values().stream().mapToInt(Integer::intValue).sum();
    String carriers =
        byCarrier.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(" · "));
    return new Figures(new Figure("", Integer.toString(total), carriers));
  }
}
