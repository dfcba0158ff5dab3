package dev.ordo.crm;

/** An order that left the house, with the buyer as far as everybody may see it. */
record Shipped(
    String mergeScope,
    String buyerKey,
    String nameMask,
    String phoneMask,
    String region,
    String receiverKey,
    Purchase purchase) {

  record Buyer(String mergeScope, String buyerKey) {}

  Buyer buyer() {
    return new Buyer(mergeScope, buyerKey);
  }
}
