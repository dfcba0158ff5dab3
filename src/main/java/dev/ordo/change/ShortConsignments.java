package dev.ordo.change;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.fulfilment.Interceptions;
import dev.ordo.fulfilment.OtherPlaces;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives consignments up that lack units nobody can find: their orders are served anew. */
@Component
public class ShortConsignments {
  private final Consignments consignments;
  private final OtherPlaces places;
  private final Interceptions interceptions;
  private final Recalls recalls;

  ShortConsignments(
      Consignments consignments, OtherPlaces places, Interceptions interceptions, Recalls recalls) {
    this.consignments = consignments;
    this.places = places;
    this.interceptions = interceptions;
    this.recalls = recalls;
  }

  /**
   * What it lacks is booked as lost, what was picked becomes a task to put back, and its orders
   * wait for other units. Runs in the caller's transaction, which has locked trips and consignment.
   *
   * @param lacking what was not found where it should be
   */
  @Transactional
  public void giveUp(long consignment, List<OtherPlaces.Lacking> lacking, String why) {
    places.lose(lacking);
    Consignment it = consignments.find(consignment).orElseThrow();
    if (recalls.interceptShort(it, "system", why)) {
      interceptions.putBack(consignment, "system");
    }
  }
}
