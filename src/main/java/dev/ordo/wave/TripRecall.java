package dev.ordo.wave;

import dev.ordo.change.Compensation;
import dev.ordo.fulfilment.Consignment;
import java.util.Collection;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Strikes what nobody took yet from the pick lists; a trip or wave without picks ends, the rest of
 * the wave is planned anew.
 */
@Component
@Order(10)
class TripRecall implements Compensation {
  private final TripRows trips;
  private final TripEnds ends;
  private final WaveWishes wishes;

  TripRecall(TripRows trips, TripEnds ends, WaveWishes wishes) {
    this.trips = trips;
    this.ends = ends;
    this.wishes = wishes;
  }

  @Override
  public void hold(Collection<Long> consignmentIds) {
    trips.lockOf(consignmentIds);
  }

  @Override
  public List<Taken> taken(Collection<Long> consignmentIds) {
    return trips.picksOfConsignments(consignmentIds).stream()
        .filter(p -> p.picked() > 0)
        .map(p -> new Taken(p.consignmentId(), p.location(), p.sku(), p.picked()))
        .toList();
  }

  @Override
  public void stop(Collection<Long> consignmentIds, String actor, String why) {
    List<WaveTrip> touched = trips.lockOf(consignmentIds);
    trips.strike(consignmentIds);
    touched.forEach(trip -> ends.look(trip.id()));
    touched.stream()
        .filter(trip -> trip.status() != TripStatus.PICKED)
        .map(WaveTrip::waveId)
        .distinct()
        .forEach(wave -> wishes.wish(wave, Wish.CALLED_BACK));
  }

  @Override
  public void callBack(Collection<Consignment> handedOver, String actor) {
    // What left the house is on no trip any more.
  }
}
