package dev.ordo.fulfilment;

import dev.ordo.fulfilment.Consignment.Spot;
import dev.ordo.inventory.Demand;
import dev.ordo.inventory.Place;
import dev.ordo.inventory.Stock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Lets units that were not in their slot be picked from another one. */
@Service
public class OtherPlaces {
  private static final String LEAVE =
      """
      UPDATE consignment_place SET qty = qty - ?
       WHERE allocation_id = ? AND location = ? AND batch = ? AND qty >= ?\
      """;
  private static final String FORGET_EMPTY =
      "DELETE FROM consignment_place WHERE consignment_id = ? AND qty = 0";
  private static final String FIRST =
      """
      INSERT INTO consignment_place (allocation_id, consignment_id, warehouse, location, sku, batch,
          qty)
      VALUES (?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING\
      """;
  private static final String COME =
      """
      UPDATE consignment_place SET qty = qty + ?
       WHERE allocation_id = ? AND location = ? AND batch = ?\
      """;

  private final JdbcTemplate jdbc;
  private final Stock stock;

  OtherPlaces(JdbcTemplate jdbc, Stock stock) {
    this.jdbc = jdbc;
    this.stock = stock;
  }

  /**
   * Units of a consignment's line that are not where they should be.
   *
   * @param line id of the allocation
   * @param spots where they are not, with the number of units lacking there
   * @param butNot locations not worth a walk
   */
  public record Lacking(
      String warehouse,
      long consignment,
      long line,
      String sku,
      List<Spot> spots,
      Set<String> butNot) {}

  /**
   * Reserves other places, in the caller's transaction.
   *
   * @return the new spots by line; a line is absent where no others hold enough, and then nothing
   *     changes for it
   */
  public Map<Long, List<Spot>> find(Collection<Lacking> lacking) {
    Map<Demand, List<Place>> found =
        stock.elsewhere(lacking.stream().map(OtherPlaces::lacking).toList());
    Map<Long, List<Spot>> spots = new LinkedHashMap<>();
    for (Lacking one : lacking) {
      List<Place> places = found.get(Demand.consignmentLine(one.line));
      if (places != null) {
        move(one, places);
        spots.put(
            one.line,
            places.stream().map(p -> new Spot(p.location(), p.batch(), p.qty())).toList());
      }
    }
    return spots;
  }

  /** Units that are nowhere to be found are booked as lost, in the caller's transaction. */
  public void lose(Collection<Lacking> lacking) {
    lacking.forEach(this::leave);
    stock.lose(lacking.stream().map(OtherPlaces::lacking).toList());
  }

  private static Stock.Lacking lacking(Lacking one) {
    return new Stock.Lacking(
        Demand.consignmentLine(one.line),
        one.spots.stream()
            .map(s -> new Place(one.warehouse, s.location(), one.sku, s.batch(), s.qty()))
            .toList(),
        one.butNot);
  }

  private void leave(Lacking one) {
    for (Spot spot : one.spots) {
      jdbc.update(LEAVE, spot.qty(), one.line, spot.location(), spot.batch(), spot.qty());
    }
    jdbc.update(FORGET_EMPTY, one.consignment);
  }

  /** A stop lacks units of a line or two: rows are few. */
  private void move(Lacking one, List<Place> to) {
    leave(one);
    List<Object[]> first = new ArrayList<>();
    List<Object[]> come = new ArrayList<>();
    for (Place p : to) {
      first.add(
          new Object[] {
            one.line, one.consignment, p.warehouse(), p.location(), p.sku(), p.batch()
          });
      come.add(new Object[] {p.qty(), one.line, p.location(), p.batch()});
    }
    jdbc.batchUpdate(FIRST, first);
    jdbc.batchUpdate(COME, come);
  }
}
