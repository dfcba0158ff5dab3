package dev.ordo.rules;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** A candidate beside the active release of one point: it may watch, or decide its share. */
public interface Trial {
  /** The candidate where it decides this one for real; empty leaves it to the active release. */
  Optional<Release> deciding(Routing routing);

  /** Told that the candidate did not decide in that time; the active release does then. */
  void failed(Undecided how, Duration after);

  /** Told what was written, within the writer's transaction; neither waits nor throws. */
  void recorded(Collection<Recorded> decided);
}
