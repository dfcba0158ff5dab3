package dev.ordo.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line of a purchase order that has not arrived.
 *
 * @param unitCost book currency, six places
 */
public record GoodsOnWay(
    String poNo,
    String lineNo,
    String supplier,
    String sku,
    String warehouse,
    int qty,
    BigDecimal unitCost,
    LocalDate expectedOn) {}
