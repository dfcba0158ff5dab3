package dev.ordo.order;

import dev.ordo.console.Badge;
import dev.ordo.console.TimelineEntry;
import dev.ordo.console.TimelineEntry.Kind;
import dev.ordo.console.TimelineSource;
import dev.ordo.console.Words;
import dev.ordo.shared.Ids;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The milestones of a subject, each with the decision that caused it. */
@Component
class MilestoneTimeline implements TimelineSource {
  private static final Set<String> BAD =
      Set.of("HELD", "CANCELLED", "INTERCEPTED", "CHECK_FAILED", "WEIGHT_OFF", "WAYBILL_VOIDED");
  private static final Set<String> GOOD =
      Set.of("RELEASED", "SHIPPED", "HANDED_OVER", "DELIVERED", "COMPLETED");

  private final Milestones milestones;
  private final Words words;

  MilestoneTimeline(Milestones milestones, Words words) {
    this.milestones = milestones;
    this.words = words;
  }

  @Override
  public List<TimelineEntry> about(String kind, long subjectId, Locale locale) {
    return milestones.of(Milestone.Subject.valueOf(kind), subjectId).stream()
        .filter(m -> !isScan(m))
        .map(m -> entry(m, locale))
        .toList();
  }

  /** What a carrier's scan moved is told by the scan itself. */
  private static boolean isScan(Milestone m) {
    return m.subject() == Milestone.Subject.PARCEL && m.what().equals(m.toStatus());
  }

  private TimelineEntry entry(Milestone m, Locale locale) {
    return new TimelineEntry(
        m.at(),
        Kind.STEP,
        words.code(m.what(), locale),
        List.of(words.told(m.detail(), locale)),
        m.decisionId() == null ? "" : "/decisions/" + Ids.text(m.decisionId()),
        badge(m.what()),
        words.actor(m.actor(), locale));
  }

  private static Badge badge(String what) {
    return BAD.contains(what) ? Badge.BAD : GOOD.contains(what) ? Badge.OK : Badge.NONE;
  }
}
