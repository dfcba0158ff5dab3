package dev.ordo.catalog.web;

import dev.ordo.catalog.GoodsClass;
import dev.ordo.catalog.Product;
import dev.ordo.shared.Checks;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A product as it is sent; one of the two names will do. */
record ProductRequest(
    @Nullable String sku,
    @Nullable String nameZh,
    @Nullable String nameEn,
    @Nullable String barcode,
    @Nullable Integer weightG,
    @Nullable Integer lengthMm,
    @Nullable Integer widthMm,
    @Nullable Integer heightMm,
    @Nullable String goodsClass,
    @Nullable String currency,
    @Nullable BigDecimal listPrice,
    @Nullable BigDecimal standardCost,
    @Nullable Boolean presale,
    @Nullable String imageUrl) {
  static final Pattern SKU = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  static final String SKU_REMEDY = "Give 1 to 40 letters, digits, dashes, dots or underscores.";
  private static final Pattern BARCODE = Pattern.compile("|[A-Za-z0-9-]{4,40}");
  private static final Pattern IMAGE = Pattern.compile("|https?://[^\\s\"'<>]{1,480}");
  private static final int HEAVIEST_G = 1_000_000;
  private static final int LONGEST_MM = 10_000;

  Product checked(String at, Checks checks) {
    String zh = checks.text(at + ".nameZh", nameZh == null ? nameEn : nameZh, 200);
    return new Product(
        checks.like(at + ".sku", sku, SKU, SKU_REMEDY),
        zh,
        nameEn == null ? zh : checks.text(at + ".nameEn", nameEn, 200),
        checks.like(
            at + ".barcode",
            barcode == null ? "" : barcode,
            BARCODE,
            "Give 4 to 40 letters, digits or dashes, or leave it out."),
        checks.number(at + ".weightG", weightG, 1, HEAVIEST_G),
        checks.number(at + ".lengthMm", lengthMm, 1, LONGEST_MM),
        checks.number(at + ".widthMm", widthMm, 1, LONGEST_MM),
        checks.number(at + ".heightMm", heightMm, 1, LONGEST_MM),
        checks.constant(at + ".goodsClass", goodsClass, GoodsClass.class, GoodsClass.NORMAL),
        Currencies.checked(at + ".currency", currency, checks),
        checks.decimal(at + ".listPrice", listPrice, 4, "10000000"),
        checks.decimal(at + ".standardCost", standardCost, 6, "10000000"),
        presale != null && presale,
        checks.like(
            at + ".imageUrl",
            imageUrl == null ? "" : imageUrl,
            IMAGE,
            "Give an http(s) address of at most 490 characters, or leave it out."));
  }
}
