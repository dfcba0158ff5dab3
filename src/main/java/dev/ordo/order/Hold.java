package dev.ordo.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reason for which an order may not go on.
 *
 * @param reason stable code, e.g. ADDRESS_TOO_SHORT
 * @param ownerRole role that clears it
 * @param detail what was found, free of personal data
 * @param factsKey digest of the facts that raised it: cleared, it returns only if they change
 */
public record Hold(
    long id,
    long orderId,
    String reason,
    String ownerRole,
    String detail,
    String factsKey,
    Instant openedAt,
    @Nullable Instant clearedAt,
    @Nullable String clearedBy) {
  /** Released by itself when units arrive. */
  public static final String SHORTAGE = "SHORTAGE";

  /** The shop says that the goods left already, though not from here. */
  public static final String SHIPPED_ELSEWHERE = "SHIPPED_ELSEWHERE";

  /** The remarks ask for carriers that cannot all be had: whoever chooses one settles it. */
  public static final String CARRIER_CONTRADICTORY = "CARRIER_CONTRADICTORY";

  public boolean isOpen() {
    return clearedAt == null;
  }
}
