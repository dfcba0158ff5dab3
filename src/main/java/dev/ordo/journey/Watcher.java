package dev.ordo.journey;

import java.util.List;
import java.util.Set;

/** Who wants to hear of events; a bean of any module. */
public interface Watcher {
  /** Stable: waiting events are stored under it. */
  String name();

  Set<String> topics();

  /**
   * True: {@link #on} runs in the transaction that marks the events delivered, so its effect is
   * exactly once. False: it calls the outside between two transactions, at least once by key.
   */
  default boolean transactional() {
    return true;
  }

  /** Oldest first, at most 200; of several lanes only where {@link #transactional}. */
  void on(List<Event> events);
}
