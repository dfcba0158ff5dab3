package dev.ordo.wave;

import dev.ordo.shared.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door to waves: the two stages that make them, and what there is to see of them. */
@Component
public class Waves {
  private final Forming forming;
  private final WavePlanning planning;
  private final Revising revising;
  private final WaveRows rows;
  private final TripRows trips;

  Waves(Forming forming, WavePlanning planning, Revising revising, WaveRows rows, TripRows trips) {
    this.forming = forming;
    this.planning = planning;
    this.revising = revising;
    this.rows = rows;
    this.trips = trips;
  }

  /**
   * Stage {@code wave}: claimed consignments join a wave or become one, in the claim's transaction.
   */
  public void form(List<Long> consignments) {
    forming.form(consignments);
  }

  /** Stage {@code wave-plan}: plans waves under a lease, outside any transaction. */
  public void plan(List<Long> waves) {
    waves.forEach(planning::plan);
  }

  /** Stage {@code wave-revise}: plans what is left of running waves anew, under a lease. */
  public void revise(List<Long> waves) {
    waves.forEach(revising::revise);
  }

  /** Forms a wave by hand; empty if nothing waits. */
  public Optional<Long> formNow(String warehouse) {
    return forming.formNow(warehouse);
  }

  public Optional<Wave> find(long id) {
    return rows.find(id);
  }

  /** The newest waves a person may see. */
  public List<Wave> newest(Scope scope, long before, int limit) {
    return rows.newest(scope, before, limit);
  }

  public List<WaveTrip> trips(long wave) {
    return trips.ofWave(wave);
  }

  public Optional<WaveTrip> trip(long id) {
    return trips.find(id);
  }

  public List<Pick> picks(long wave) {
    return trips.picksOfWave(wave);
  }

  public List<Pick> picksOfTrip(long trip) {
    return trips.picksOfTrip(trip);
  }

  /**
   * What trips that are over brought of consignments that are on several trips: units by
   * consignment and SKU.
   */
  public Map<Long, Map<String, Integer>> handedIn(long wave) {
    return trips.handedIn(wave);
  }

  /** The tote or seed wall slot of each consignment that is on a trip. */
  public Map<Long, Integer> totes(Collection<Long> consignments) {
    return trips.totes(consignments);
  }
}
