package dev.ordo.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The state of the chain at the end of a day; who keeps its hash elsewhere can prove that nothing
 * before it was changed since.
 *
 * @param day in UTC, of the sealing
 * @param entries decisions sealed on that day
 * @param previous link of the chain before the day
 * @param link link of the chain after the day
 * @param papers link of the chain of releases, approvals and activations; empty before there was
 *     one
 * @param hash SHA-256 over the hash of the anchor before and all of the above
 * @param prunedAt when the decisions of the day were dropped, null while they are kept
 */
public record Anchor(
    LocalDate day,
    long firstBlock,
    long lastBlock,
    long entries,
    String previous,
    String link,
    String papers,
    String hash,
    @Nullable Instant prunedAt) {

  /** The first instant after the day. */
  Instant end() {
    return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  boolean isPrunedBefore(Instant at) {
    return prunedAt != null && prunedAt.isBefore(at);
  }

  boolean isPrunedAfter(Instant at) {
    return prunedAt != null && prunedAt.isAfter(at);
  }

  boolean follows(String before) {
    return hash.equals(hash(before, day, firstBlock, lastBlock, entries, previous, link, papers));
  }

  static String hash(
      String before,
      LocalDate day,
      long firstBlock,
      long lastBlock,
      long entries,
      String previous,
      String link,
      String papers) {
    String text = before + "\n" + day + "\n" + firstBlock + "\n" + lastBlock + "\n" + entries;
    String ends = previous + "\n" + link + (papers.isEmpty() ? "" : "\n" + papers);
    return Chain.text(Chain.of(text + "\n" + ends));
  }
}
