package dev.ordo.tracking;

import dev.ordo.console.TimelineEntry;
import dev.ordo.console.TimelineEntry.Kind;
import dev.ordo.console.TimelineSource;
import dev.ordo.console.Words;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The carrier's scans of a parcel. */
@Component
class TraceTimeline implements TimelineSource {
  private final Traces traces;
  private final Words words;

  TraceTimeline(Traces traces, Words words) {
    this.traces = traces;
    this.words = words;
  }

  @Override
  public List<TimelineEntry> about(String kind, long subjectId, Locale locale) {
    return kind.equals("PARCEL")
        ? traces.events(subjectId).stream().map(event -> entry(event, locale)).toList()
        : List.of();
  }

  private TimelineEntry entry(TraceEvent event, Locale locale) {
    String state =
        event.mapped() ? words.code("trace." + event.state().name(), locale) : event.code();
    return new TimelineEntry(
        event.at(),
        Kind.TRACE,
        state,
        List.of((event.place() + " " + event.text()).strip()),
        "",
        TraceSection.badge(event.state()),
        "");
  }
}
