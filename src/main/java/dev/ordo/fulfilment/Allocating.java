package dev.ordo.fulfilment;

import dev.ordo.inventory.Demand;
import dev.ordo.inventory.Place;
import dev.ordo.inventory.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Stage {@code allocate}: planned consignments get the places they are picked from, a provisional
 * carrier and its cut-off.
 */
@Service
public class Allocating {
  private static final String PLACE =
      """
      INSERT INTO consignment_place (allocation_id, consignment_id, warehouse, location, sku, batch,
          qty)
      VALUES (?, ?, ?, ?, ?, ?, ?)\
      """;

  private final JdbcTemplate jdbc;
  private final Consignments consignments;
  private final CarrierChoices carriers;
  private final Stock stock;

  Allocating(JdbcTemplate jdbc, Consignments consignments, CarrierChoices carriers, Stock stock) {
    this.jdbc = jdbc;
    this.consignments = consignments;
    this.carriers = carriers;
    this.stock = stock;
  }

  /**
   * Allocates every claimed consignment; runs in the claim's transaction.
   *
   * @param ids consignments in PLANNED, rows locked
   */
  public void allocate(List<Long> ids) {
    List<Consignment> planned = consignments.load(ids);
    Map<Demand, List<Place>> places =
        stock.reservePlaces(
            planned.stream().flatMap(c -> c.lines().stream().map(l -> request(c, l))).toList());
    store(planned, places);
    Map<Long, Consignments.CarrierChosen> chosen = carriers.choose(planned);
    consignments.allocated(ids, chosen);
  }

  private static Stock.PlaceRequest request(Consignment consignment, Consignment.Line line) {
    return new Stock.PlaceRequest(
        Demand.consignmentLine(line.id()), consignment.warehouse(), line.sku(), line.qty());
  }

  private void store(List<Consignment> planned, Map<Demand, List<Place>> places) {
    List<Object[]> rows = new ArrayList<>();
    for (Consignment consignment : planned) {
      for (Consignment.Line line : consignment.lines()) {
        for (Place p : placesOf(consignment, line, places)) {
          rows.add(
              new Object[] {
                line.id(),
                consignment.id(),
                p.warehouse(),
                p.location(),
                p.sku(),
                p.batch(),
                p.qty()
              });
        }
      }
    }
    jdbc.batchUpdate(PLACE, rows);
  }

  private static List<Place> placesOf(
      Consignment consignment, Consignment.Line line, Map<Demand, List<Place>> places) {
    List<Place> reserved = places.get(Demand.consignmentLine(line.id()));
    if (reserved == null) {
      throw new IllegalStateException(
          "The locations of (%s) hold fewer than the (%d) units of (%s) that are locked."
              .formatted(consignment.warehouse(), line.qty(), line.sku()));
    }
    return reserved;
  }
}
