package dev.ordo.inventory;

import java.math.BigDecimal;

/**
 * Goods that arrived.
 *
 * @param receiptNo number of the receipt document; with {@code lineNo} it makes the arrival unique
 * @param lineNo line of the document
 * @param key what arrived where
 * @param location location code the units were put to
 * @param qty units, at least 1
 * @param unitCost cost of one unit in the book currency, six places
 */
public record Receipt(
    String receiptNo, String lineNo, StockKey key, String location, int qty, BigDecimal unitCost) {}
