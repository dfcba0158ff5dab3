package dev.ordo.shared;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Real time: leases, retries, signatures, metrics. */
public interface MachineClock extends InstantSource {
  /** Real time cut to microseconds, the precision both databases keep. */
  default Instant now() {
    return instant().truncatedTo(ChronoUnit.MICROS);
  }
}
