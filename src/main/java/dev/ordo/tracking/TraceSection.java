package dev.ordo.tracking;

import dev.ordo.console.Badge;
import dev.ordo.console.Cell;
import dev.ordo.console.PageSection;
import dev.ordo.console.Times;
import dev.ordo.console.Words;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The scans of a parcel, the latest first. */
@Component
class TraceSection implements PageSection {
  private static final List<String> COLUMNS =
      List.of("tracking.at", "tracking.state", "tracking.place", "tracking.text");

  private final Traces traces;
  private final Words words;
  private final Times times;

  TraceSection(Traces traces, Words words, Times times) {
    this.traces = traces;
    this.words = words;
    this.times = times;
  }

  @Override
  public String page() {
    return "parcel";
  }

  @Override
  public int position() {
    return 20;
  }

  @Override
  public Section section(long subjectId, Locale locale) {
    List<List<Cell>> scans =
        traces.events(subjectId).reversed().stream().map(e -> row(e, locale)).toList();
    return new Section("tracking.trace", COLUMNS, scans);
  }

  private List<Cell> row(TraceEvent event, Locale locale) {
    Cell state =
        event.mapped()
            ? Cell.badge(words.code("trace." + event.state().name(), locale), badge(event.state()))
            : Cell.badge(event.code(), Badge.MUTED);
    return List.of(
        Cell.text(times.exact(event.at())),
        state,
        Cell.text(event.place()),
        Cell.text(event.text()));
  }

  static Badge badge(TraceState state) {
    return switch (state) {
      case DELIVERED -> Badge.OK;
      case FAILED, REFUSED, EXCEPTION, LOST -> Badge.BAD;
      case RETURNING, RETURNED, AWAITING_PICKUP -> Badge.WARN;
      case NO_TRACE -> Badge.MUTED;
      default -> Badge.INFO;
    };
  }
}
