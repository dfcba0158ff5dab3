package dev.ordo.carrier;

import dev.ordo.rules.Decision;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Who carries a consignment, and why the others do not. */
public sealed interface CarrierChoice {
  CarrierDemand demand();

  Decision decision();

  /** All carriers looked at, the winner first. */
  List<Bid> bids();

  /**
   * A carrier was found.
   *
   * @param freight price at the billed weight
   * @param departsAt when it leaves the warehouse next
   */
  record Chosen(
      CarrierDemand demand,
      Decision decision,
      List<Bid> bids,
      Carrier carrier,
      BigDecimal freight,
      Instant departsAt)
      implements CarrierChoice {}

  /** Every carrier is excluded: a person has to decide. */
  record NoCarrier(CarrierDemand demand, Decision decision, List<Bid> bids)
      implements CarrierChoice {}

  /**
   * How one carrier fared.
   *
   * @param outcome WON, or the code of what beat it: an excluding rule's code, NOT_CHOSEN,
   *     FEWER_POINTS, DEARER or LATER_IN_ALPHABET
   */
  record Bid(String carrier, String outcome, BigDecimal freight, int points) {}
}
