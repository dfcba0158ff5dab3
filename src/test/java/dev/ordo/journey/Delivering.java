package dev.ordo.journey;

/** Lets tests of other packages have events delivered. */
public final class Delivering {
  private Delivering() {}

  /** Delivers until nothing waits. */
  public static int all(Outbox outbox) {
    return outbox.deliverDue();
  }
}
