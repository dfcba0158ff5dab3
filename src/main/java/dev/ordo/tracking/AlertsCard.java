package dev.ordo.tracking;

import dev.ordo.console.Badge;
import dev.ordo.console.HomeCard;
import dev.ordo.console.Times;
import dev.ordo.console.Words;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Scope;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Parcels on their way and those somebody has to see to. */
@Component
class AlertsCard implements HomeCard {
  private final Traces traces;
  private final BusinessClock clock;
  private final Times times;
  private final Words words;

  AlertsCard(Traces traces, BusinessClock clock, Times times, Words words) {
    this.traces = traces;
    this.clock = clock;
    this.times = times;
    this.words = words;
  }

  @Override
  public int position() {
    return 60;
  }

  @Override
  public String titleKey() {
    return "tracking.card.alerts";
  }

  @Override
  public Content content(Locale locale, Scope scope) {
    Instant midnight = clock.today(times.zone()).atStartOfDay(times.zone()).toInstant();
    Map<TraceState, Integer> states = traces.states(midnight);
    int onTheWay =
        states.entrySet().stream()
            .filter(e -> !e.getKey().isFinal())
            .mapToInt(Map.Entry::getValue)
            .sum();
    int alerts = traces.withAlerts();
    String hint =
        words.of(
            "tracking.card.hint", locale, onTheWay, states.getOrDefault(TraceState.DELIVERED, 0));
    return new Figures(
        new Figure(
            "", Integer.toString(alerts), hint, alerts == 0 ? Badge.OK : Badge.WARN, "/tasks"));
  }
}
