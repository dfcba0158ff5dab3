package dev.ordo.wave;

import dev.ordo.console.Badge;
import dev.ordo.console.HomeCard;
import dev.ordo.console.Times;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Scope;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Today's waves and the metres their plans save against order by order. */
@Component
class WavesCard implements HomeCard {
  private final WaveRows rows;
  private final BusinessClock clock;
  private final Times times;

  WavesCard(WaveRows rows, BusinessClock clock, Times times) {
    this.rows = rows;
    this.clock = clock;
    this.times = times;
  }

  @Override
  public int position() {
    return 40;
  }

  @Override
  public String titleKey() {
    return "wave.card";
  }

  @Override
  public Content content(Locale locale, Scope scope) {
    Instant morning = clock.today(times.zone()).atStartOfDay(times.zone()).toInstant();
    WaveRows.Tally today = rows.since(morning, scope);
    double saved = today.baseline() - today.metres();
    String share =
        today.baseline() > 0 ? "−%d %%".formatted(Math.round(100 * saved / today.baseline())) : "";
    return new Figures(
        new Figure("wave.card.waves", String.valueOf(today.waves()), "", Badge.NONE, "/waves"),
        new Figure("wave.card.saved", String.format(locale, "%,.0f m", saved), share));
  }
}
