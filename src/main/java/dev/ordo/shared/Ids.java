package dev.ordo.shared;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * 64-bit ids that grow with time: 41 bits of milliseconds since 2026-01-01, 10 bits of node, 12
 * bits of sequence. Printed in Crockford base 32 (no I, L, O, U), so that they can be read over the
 * phone; strings in JSON, because JavaScript numbers end at 53 bits.
 */
@Component
public class Ids {
  private static final long EPOCH = 1_767_225_600_000L;
  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final String DIGITS = new String(ALPHABET);

  private final MachineClock clock;
  private final long node;
  private final AtomicLong last = new AtomicLong();

  public Ids(MachineClock clock, NodeName node) {
    this.clock = clock;
    this.node = node.number() & 0x3FF;
  }

  /** The next id of this node; greater than every id it gave before. */
  public long next() {
    long floor = (clock.millis() - EPOCH) << 12;
    long tick = last.updateAndGet(previous -> Math.max(previous + 1, floor));
    return ((tick >> 12) << 22) | (node << 12) | (tick & 0xFFF);
  }

  /** When an id was given, by the clock of its node. */
  public static Instant time(long id) {
    return Instant.ofEpochMilli(EPOCH + (id >> 22));
  }

  /** The smallest id of a moment. */
  public static long first(Instant at) {
    return Math.max(0, at.toEpochMilli() - EPOCH) << 22;
  }

  /** The form people read, print and say. */
  public static String text(long id) {
    char[] digits = new char[13];
    long rest = id;
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i] = ALPHABET[(int) (rest & 31)];
      rest >>>= 5;
    }
    int start = 0;
    while (start < digits.length - 1 && digits[start] == '0') {
      start++;
    }
    return new String(digits, start, digits.length - start);
  }

  /** Reads {@link #text} back; lower case and the look-alikes I, L, O are understood. */
  public static long parse(String text) {
    long id = 0;
    String upper = text.strip().toUpperCase(java.util.Locale.ROOT);
    for (char c : upper.replace('O', '0').replace('I', '1').replace('L', '1').toCharArray()) {
      int digit = DIGITS.indexOf(c);
      if (digit < 0 || upper.length() > 13) {
        throw new Refusal("id", text, "Give the printed id: up to 13 letters and digits.");
      }
      id = (id << 5) | digit;
    }
    return id;
  }
}
