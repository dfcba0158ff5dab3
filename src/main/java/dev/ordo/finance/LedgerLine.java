package dev.ordo.finance;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One posted line, as pages and API show it. */
public record LedgerLine(
    long id,
    long voucherId,
    String journal,
    String account,
    BigDecimal debit,
    BigDecimal credit,
    String currency,
    long orderId,
    long consignmentId,
    String shop,
    String sku,
    String province,
    LocalDate day) {}
