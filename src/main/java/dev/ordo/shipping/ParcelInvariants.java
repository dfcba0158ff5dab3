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

  @Bean
  Invariant everyWaybillStandsInAMilestone() {
    return Invariant.of(
        "parcels: every waybill status stands in a milestone",
        """
        SELECT count(*) FROM parcel p
         WHERE p.waybill_status <> 'NONE'
           AND NOT EXISTS (SELECT 1 FROM milestone m WHERE m.subject_id = p.id
               AND m.subject_kind = 'PARCEL' AND m.to_status = p.waybill_status)\
        """);
  }

  @Bean
  Invariant aWaybillIsANumber() {
    return Invariant.of(
        "parcels: there is a waybill number exactly when one was issued",
        """
        SELECT count(*) FROM parcel
         WHERE waybill_status IN ('ISSUED', 'PRINTED') AND coalesce(waybill_no, '') = ''
            OR waybill_status IN ('NONE', 'REQUESTED') AND coalesce(waybill_no, '') <> ''\
        """);
  }

  @Bean
  Invariant parcelsLeaveWithTheirConsignment() {
    return Invariant.of(
        "parcels: they left the house exactly when their consignment did",
        """
        SELECT count(*) FROM consignment c JOIN parcel p ON p.consignment_id = c.id
         WHERE p.waybill_status <> 'VOIDED'
           AND (p.handed_over_at IS NOT NULL) <> (c.status IN ('HANDED_OVER', 'DELIVERED'))\
        """);
  }

  @Bean
  Invariant nothingLeavesWithoutAParcel() {
    return Invariant.of(
        "parcels: no consignment left the house without one",
        """
        SELECT count(*) FROM consignment c
         WHERE c.status IN ('HANDED_OVER', 'DELIVERED')
           AND NOT EXISTS (SELECT 1 FROM parcel p WHERE p.consignment_id = c.id
               AND p.handed_over_at IS NOT NULL)\
        """);
  }

  @Bean
  Invariant shippedIsWhatLeft() {
    return Invariant.of(
        "orders: units shipped = units on consignments that left, per line",
        """
        SELECT count(*) FROM (
          SELECT id, sum(n) AS n FROM (
            SELECT id, shipped_qty AS n FROM order_line WHERE shipped_qty <> 0
            UNION ALL
            SELECT a.order_line_id, -a.qty FROM allocation a
              JOIN consignment c ON c.id = a.consignment_id
             WHERE a.live AND c.status IN ('HANDED_OVER', 'DELIVERED')) moves
          GROUP BY id) sums
         WHERE n <> 0\
        """);
  }

  @Bean
  Invariant manifestsAddUp() {
    return Invariant.of(
        "manifests: parcels and grams = sum of the parcels on it",
        """
        SELECT count(*) FROM (
          SELECT id, sum(parcels) AS parcels, sum(weight_g) AS weight_g FROM (
            SELECT id, parcels, weight_g FROM manifest
            UNION ALL
            SELECT manifest_id, -1, -weight_g FROM parcel WHERE manifest_id IS NOT NULL) boxes
          GROUP BY id) sums
         WHERE parcels <> 0 OR weight_g <> 0\
        """);
  }
}
