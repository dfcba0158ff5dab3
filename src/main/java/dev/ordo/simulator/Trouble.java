package dev.ordo.simulator;

import org.jspecify.annotations.Nullable;

/** What goes wrong with orders in real life, seeded with a label so that it can be counted. */
enum Trouble {
  BAD_ADDRESS(true, 1),
  REMARK_CARRIER(false, 1),
  REMARK_INVOICE(true, 1),
  REMARK_PERSON(true, 1),
  VELOCITY(true, 8),
  PRESALE_MIX(false, 1),
  SAME_BUYER_TWICE(false, 2),
  SHORT_STOCK(false, 1),
  REFUND_BEFORE_SHIPPING(false, 1),
  ADDRESS_CHANGE(false, 1);

  /** So many orders of a burst come before anybody can know that it is one. */
  static final int UNSUSPECTED = 4;

  /** The label of those first orders of a burst: neither good nor recognisably bad. */
  static final String BURST_BEGINS = "VELOCITY_BEGINS";

  /** Whether review should hold such an order for a person. */
  final boolean held;

  /** How many orders one such trouble is made of; the more, the rarer it comes. */
  final int orders;

  Trouble(boolean held, int orders) {
    this.held = held;
    this.orders = orders;
  }

  /**
   * The trouble of a running number. Every kind comes once in its own period, somewhere in it, so
   * that its share of the orders is the wanted one in the short run too.
   *
   * @param share of the orders that each kind makes up, 0 for none
   */
  static @Nullable Trouble of(long number, double share, long seed) {
    int kinds = values().length;
    Trouble kind = values()[(int) Math.floorMod(number, (long) kinds)];
    if (share <= 0) {
      return null;
    }
    long slots = Math.max(1, Math.round(kind.orders / share / kinds));
    long block = Math.floorDiv(number, slots * kinds);
    long slot = Dice.of(seed + kind.ordinal(), block).nextLong(slots);
    return Math.floorMod(number, slots * kinds) / kinds == slot ? kind : null;
  }

  String label(int part) {
    return this == VELOCITY && part < UNSUSPECTED ? BURST_BEGINS : name();
  }
}
