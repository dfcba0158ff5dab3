package dev.ordo.shared;

import java.time.Duration;

/** How fast goods are promised to leave the house, and how much being late counts. */
public enum ServiceLevel {
  STANDARD(Duration.ofHours(48), 1),
  NEXT_DAY(Duration.ofHours(24), 2),
  SAME_DAY(Duration.ofHours(8), 4);

  private final Duration promise;
  private final int urgency;

  ServiceLevel(Duration promise, int urgency) {
    this.promise = promise;
    this.urgency = urgency;
  }

  /** From payment to dispatch, where the platform says nothing itself. */
  public Duration promise() {
    return promise;
  }

  /** How many times a late second counts. */
  public int urgency() {
    return urgency;
  }
}
