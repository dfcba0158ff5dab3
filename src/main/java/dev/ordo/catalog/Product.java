package dev.ordo.catalog;

import java.math.BigDecimal;

/**
 * An article of ours, packed for shipping.
 *
 * @param barcode what a scanner reads, empty if it bears none
 * @param weightG grams of one piece, at least 1
 * @param lengthMm outer length in millimetres, at least 1; so are width and height
 * @param currency of list price and standard cost
 * @param listPrice what one piece usually sells for
 * @param standardCost what one piece costs until stock knows better, six places
 * @param presale true while it is sold before it is there
 * @param imageUrl picture for the floor, may be empty
 */
public record Product(
    String sku,
    String nameZh,
    String nameEn,
    String barcode,
    int weightG,
    int lengthMm,
    int widthMm,
    int heightMm,
    GoodsClass goodsClass,
    String currency,
    BigDecimal listPrice,
    BigDecimal standardCost,
    boolean presale,
    String imageUrl) {

  /** Volume of one piece in cubic millimetres. */
  public long volumeMm3() {
    return (long) lengthMm * widthMm * heightMm;
  }

  /** The name in the reader's language. */
  public String name(java.util.Locale locale) {
    return locale.getLanguage().equals("zh") ? nameZh : nameEn;
  }
}
