package dev.ordo.catalog;

/** How goods want to be handled; decides carriers, packing and what may travel together. */
public enum GoodsClass {
  NORMAL,
  FRAGILE,
  LIQUID,
  BATTERY,
  COLD,
  OVERSIZE,
  VALUABLE
}
