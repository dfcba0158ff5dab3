package dev.ordo.finance;

import dev.ordo.journey.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of the books. */
@Configuration
class LedgerInvariants {
  @Bean
  Invariant debitIsCredit() {
    return Invariant.of(
        "ledger: debit = credit to the cent, per voucher and currency",
        """
        SELECT count(*) FROM (SELECT voucher_id FROM ledger_entry GROUP BY voucher_id, currency
        HAVING sum(debit) <> sum(credit)) wrong\
        """);
  }
}
