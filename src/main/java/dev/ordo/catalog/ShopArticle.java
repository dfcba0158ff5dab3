package dev.ordo.catalog;

/**
 * What a shop's article code means in our catalogue.
 *
 * @param ratio pieces of ours per piece sold
 */
public record ShopArticle(String platformSku, String sku, int ratio, Product product) {}
