package dev.ordo.catalog;

/**
 * A shop's own code for an article of ours; needed only where the two differ.
 *
 * @param ratio pieces of ours per piece sold
 */
public record ShopSku(String shop, String platformSku, String sku, int ratio) {}
