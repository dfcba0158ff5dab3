package dev.ordo.simulator;

/**
 * One product of the demo company.
 *
 * @param price list price in fen
 * @param cost standard cost in fen
 * @param presale sold before it is there
 * @param scarce in stock only now and then
 */
record Article(
    String sku,
    String name,
    String nameEn,
    String goodsClass,
    int weightG,
    int lengthMm,
    int widthMm,
    int heightMm,
    long price,
    long cost,
    boolean presale,
    boolean scarce) {}
