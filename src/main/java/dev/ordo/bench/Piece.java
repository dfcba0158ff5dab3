package dev.ordo.bench;

import dev.ordo.catalog.GoodsClass;
import dev.ordo.catalog.Product;

/**
 * So many of one article, as boxes that may be turned any way.
 *
 * @param weightG grams of one
 * @param delicate whether it must not lie loose, however full the carton is
 */
record Piece(
    String sku, int lengthMm, int widthMm, int heightMm, int weightG, int qty, boolean delicate) {

  static Piece of(Product product, int qty) {
    return new Piece(
        product.sku(),
        product.lengthMm(),
        product.widthMm(),
        product.heightMm(),
        product.weightG(),
        qty,
        product.goodsClass() == GoodsClass.FRAGILE || product.goodsClass() == GoodsClass.LIQUID);
  }

  Piece withQty(int other) {
    return new Piece(sku, lengthMm, widthMm, heightMm, weightG, other, delicate);
  }

  /** Cubic millimetres of one. */
  long volumeMm3() {
    return (long) lengthMm * widthMm * heightMm;
  }

  long totalVolumeMm3() {
    return volumeMm3() * qty;
  }

  long totalWeightG() {
    return (long) weightG * qty;
  }

  Sides sides() {
    return Sides.of(lengthMm, widthMm, heightMm);
  }
}
