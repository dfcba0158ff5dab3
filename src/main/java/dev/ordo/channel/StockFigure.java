package dev.ordo.channel;

/**
 * How many pieces of an article a shop may sell.
 *
 * @param platformSku the platform's article code
 * @param available pieces, 0 or more
 * @param before pieces last told, for platforms that only take differences
 * @param version grows with every figure of this article and shop
 */
public record StockFigure(String platformSku, int available, int before, long version) {}
