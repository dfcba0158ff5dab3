package dev.ordo.rules;

import java.util.Collection;
import java.util.List;

/** How the owner of a decision point decides again about what has not shipped. */
public interface Redeciding {
  String point();

  /** Kind of the subjects, as in {@link Subject}. */
  String kind();

  /** Subjects that can still be decided again, by id upwards. */
  List<Long> open(long after, int size);

  /**
   * Decides by the active release on present facts and writes nothing; gone subjects are absent.
   */
  List<Again> again(Collection<Long> subjects);

  /**
   * Lets the new decision take effect, in one guarded move in the caller's transaction; what has
   * gone on meanwhile is left alone.
   *
   * @return the subjects it took effect on
   */
  List<Long> apply(Collection<Long> subjects, String actor, String why);

  /** A subject and what the active release says about it now. */
  record Again(long subject, Decision decision) {}
}
