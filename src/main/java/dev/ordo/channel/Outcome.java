package dev.ordo.channel;

import dev.ordo.shared.Refusal.Fault;
import java.util.List;

/** What became of one inbound order: stored, already known, changed, or set aside for a person. */
public sealed interface Outcome {
  /** Stored for the first time. */
  record Stored(String shop, String platformNo, long orderId) implements Outcome {}

  /** Known in this or a newer version. */
  record Known(String shop, String platformNo, long orderId) implements Outcome {}

  /** A newer version of a known order: its differences became changes. */
  record Changed(String shop, String platformNo, long orderId) implements Outcome {}

  /**
   * Cannot be taken as it is: an incident with payload and reasons.
   *
   * @param kind stable code such as UNKNOWN_SKU
   */
  record SetAside(String kind, String subject, List<Fault> faults) implements Outcome {
    public SetAside {
      faults = List.copyOf(faults);
    }
  }
}
