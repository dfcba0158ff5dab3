package dev.ordo.purchasing;

import java.math.BigDecimal;

/**
 * From whom an article is bought and how.
 *
 * @param moq least units the supplier sells
 * @param packSize quantities are multiples of it
 */
public record SupplyTerms(
    String sku, String supplier, int moq, int packSize, BigDecimal unitCost) {}
