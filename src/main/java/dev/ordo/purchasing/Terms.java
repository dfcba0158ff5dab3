package dev.ordo.purchasing;

import java.math.BigDecimal;

/**
 * How an article is bought.
 *
 * @param leadDays days from order to shelf
 * @param moq least units the supplier sells
 * @param packSize quantities are multiples of it
 * @param unitCost book currency, six places
 */
record Terms(String supplier, int leadDays, int moq, int packSize, BigDecimal unitCost) {}
