package dev.ordo.shipping;

import dev.ordo.journey.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of parcels. */
@Configuration
class ParcelInvariants {
  @Bean
  Invariant oneParcelPerWaybill() {
    return Invariant.of(
        "parcels: each live waybill number belongs to one parcel",
        """
        SELECT count(*) FROM (SELECT waybill_no FROM parcel
         WHERE waybill_no IS NOT NULL AND waybill_no <> '' AND waybill_status <> 'VOIDED'
         GROUP BY carrier, waybill_no HAVING count(*) > 1) twice\
        """);
  }
}
