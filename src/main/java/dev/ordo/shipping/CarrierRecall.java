package dev.ordo.shipping;

import dev.ordo.fulfilment.CarrierChoices;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.rules.Redeciding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Chooses the carrier again for what waits for its wave and has no waybill; from the wave on the
 * carrier is confirmed at measured weight anyway.
 */
@Component
class CarrierRecall implements Redeciding {
  private static final String OPEN =
      """
      SELECT c.id FROM consignment c
       WHERE c.status = 'ALLOCATED' AND c.id > ?
         AND NOT EXISTS (SELECT 1 FROM parcel p
                          WHERE p.consignment_id = c.id
                            AND p.waybill_status NOT IN ('NONE', 'VOIDED'))
       ORDER BY c.id LIMIT ?\
      """;
  private static final String WAYBILLED =
      """
      SELECT DISTINCT consignment_id FROM parcel
       WHERE consignment_id = ANY(?) AND waybill_status NOT IN ('NONE', 'VOIDED')\
      """;

  private final JdbcTemplate jdbc;
  private final Consignments consignments;
  private final CarrierChoices choices;

  CarrierRecall(JdbcTemplate jdbc, Consignments consignments, CarrierChoices choices) {
    this.jdbc = jdbc;
    this.consignments = consignments;
    this.choices = choices;
  }

  @Override
  public String point() {
    return "carrier";
  }

  @Override
  public String kind() {
    return "CONSIGNMENT";
  }

  @Override
  public List<Long> open(long after, int size) {
    return jdbc.queryForList(OPEN, Long.class, after, size);
  }

  @Override
  public List<Again> again(Collection<Long> subjects) {
    return choices.preview(still(consignments.load(subjects))).stream()
        .map(choice -> new Again(choice.demand().consignmentId(), choice.decision()))
        .toList();
  }

  @Override
  public List<Long> apply(Collection<Long> subjects, String actor, String why) {
    List<Consignment> still = still(consignments.lock(subjects));
    Map<Long, Consignments.CarrierChosen> chosen = new HashMap<>();
    still.forEach(c -> chosen.put(c.id(), new Consignments.CarrierChosen("", null)));
    chosen.putAll(choices.choose(still));
    consignments.chooseCarrier(chosen);
    return still.stream().map(Consignment::id).toList();
  }

  private List<Consignment> still(List<Consignment> all) {
    List<Long> waybilled =
        jdbc.queryForList(
            WAYBILLED, Long.class, (Object) all.stream().map(Consignment::id).toArray(Long[]::new));
    return all.stream()
        .filter(c -> c.status() == ConsignmentStatus.ALLOCATED && !waybilled.contains(c.id()))
        .toList();
  }
}
