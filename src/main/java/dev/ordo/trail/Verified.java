package dev.ordo.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a verification found.
 *
 * @param at machine time of its end
 * @param link the chain's last link: what was verified
 * @param pruned days whose decisions were dropped by retention, known by their anchors alone
 * @param findings empty if all is as it was sealed; cut where there are very many
 */
public record Verified(
    Instant at,
    Duration took,
    long blocks,
    long decisions,
    long anchors,
    long pruned,
    String link,
    List<Finding> findings) {
  public Verified {
    findings = List.copyOf(findings);
  }

  public boolean clean() {
    return findings.isEmpty();
  }
}
