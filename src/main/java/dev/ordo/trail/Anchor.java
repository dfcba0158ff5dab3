package dev.ordo.trail;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The state of the chain at the end of a day; who keeps its hash elsewhere can prove that nothing
 * before it was changed since.
 *
 * @param day in UTC, of the sealing
 * @param entries decisions sealed on that day
 * @param previous link of the chain before the day
 * @param link link of the chain after the day
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
    String hash,
    @Nullable Instant prunedAt) {

  boolean follows(String before) {
    return hash.equals(hash(before, day, firstBlock, lastBlock, entries, previous, link));
  }

  static String hash(
      String before,
      LocalDate day,
      long firstBlock,
      long lastBlock,
      long entries,
      String previous,
      String link) {
    String text = before + "\n" + day + "\n" + firstBlock + "\n" + lastBlock + "\n" + entries;
    return Chain.text(Chain.of(text + "\n" + previous + "\n" + link));
  }
}
