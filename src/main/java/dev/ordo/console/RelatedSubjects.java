package dev.ordo.console;

import java.util.List;

/** Names what belongs to a subject, so that its page can tell their past too. */
public interface RelatedSubjects {
  /**
   * A thing with a past.
   *
   * @param kind ORDER, CONSIGNMENT, PARCEL or WAVE
   */
  record Subject(String kind, long id) {}

  /** What ships an order, what holds a consignment: one step down, empty if nothing does. */
  List<Subject> of(Subject subject);
}
