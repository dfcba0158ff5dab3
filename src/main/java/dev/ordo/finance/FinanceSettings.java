package dev.ordo.finance;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the books are kept.
 *
 * @param bookCurrency currency of cost, freight and packing
 * @param outputTaxRate value added tax included in what buyers pay, 0.13 for 13 %; 0 books none
 */
@ConfigurationProperties("ordo.finance")
record FinanceSettings(
    @DefaultValue("CNY") String bookCurrency, @DefaultValue("0") BigDecimal outputTaxRate) {}
