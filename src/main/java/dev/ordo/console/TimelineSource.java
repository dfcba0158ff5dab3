package dev.ordo.console;

import java.util.List;
import java.util.Locale;

/** What one module knows about the past of a subject; contributed as a bean. */
public interface TimelineSource {
  /**
   * What happened to the subject, in any order.
   *
   * @param kind ORDER, CONSIGNMENT, PARCEL or WAVE
   */
  List<TimelineEntry> about(String kind, long subjectId, Locale locale);
}
