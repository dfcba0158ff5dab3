package dev.ordo.crm;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of an order may be on a list; empty texts are on none.
 *
 * @param subject the caller's own number for it, such as the order id
 * @param divisionCode the deepest division known
 */
public record Suspect(
    long subject, String receiverKey, String buyerKey, String phoneHash, String divisionCode) {

  List<String> hashes() {
    return Stream.of(receiverKey, buyerKey, phoneHash).filter(hash -> !hash.isEmpty()).toList();
  }

  /** The division and the ones it lies in. */
  Set<String> areas() {
    return Stream.of(2, 4, 6)
        .filter(length -> divisionCode.length() >= length)
        .map(length -> divisionCode.substring(0, length))
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
