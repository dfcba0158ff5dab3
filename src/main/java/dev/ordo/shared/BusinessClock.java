package dev.ordo.shared;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time of business: windows, cut-offs, alerts, business days. Settable in tests, accelerated in
 * the demo, persisted, and it never runs back. Leases, retries and signatures go by {@link
 * MachineClock}.
 */
public interface BusinessClock extends InstantSource {
  /** How many business seconds pass in one real second; 1 outside the demo. */
  double factor();

  /** The business day at a place: the warehouse's zone decides. */
  default LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(instant(), zone);
  }

  /** Business time cut to microseconds, the precision both databases keep. */
  default Instant now() {
    return instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }
}
