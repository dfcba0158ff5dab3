package dev.ordo.simulator;

/** What goes wrong with orders in real life, seeded with a label so that it can be counted. */
enum Trouble {
  BAD_ADDRESS(true),
  REMARK_CARRIER(false),
  REMARK_INVOICE(true),
  REMARK_PERSON(true),
  VELOCITY(true),
  PRESALE_MIX(false),
  SAME_BUYER_TWICE(false),
  SHORT_STOCK(false),
  REFUND_BEFORE_SHIPPING(false),
  ADDRESS_CHANGE(false);

  /** Whether review should hold such an order for a person. */
  final boolean held;

  Trouble(boolean held) {
    this.held = held;
  }
}
