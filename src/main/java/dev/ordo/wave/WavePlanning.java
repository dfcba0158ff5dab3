package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans waves between two short transactions; two searches at a time have threads of their own, so
 * that planning never slows what else the server does.
 */
@Component
class WavePlanning implements DisposableBean {
  private final WaveRows waves;
  private final TripRows trips;
  private final Consignments consignments;
  private final WavePlans plans;
  private final TripEnds ends;
  private final WaveNotes notes;
  private final PrePacking prePacking;
  private final TransactionTemplate transaction;
  private final SolverThreads solver = new SolverThreads("wave-solver", 2);

  WavePlanning(
      WaveRows waves,
      TripRows trips,
      Consignments consignments,
      WavePlans plans,
      TripEnds ends,
      WaveNotes notes,
      PrePacking prePacking,
      PlatformTransactionManager transactions) {
    this.waves = waves;
    this.trips = trips;
    this.consignments = consignments;
    this.plans = plans;
    this.ends = ends;
    this.notes = notes;
    this.prePacking = prePacking;
    this.transaction = new TransactionTemplate(transactions);
  }

  void plan(long id) {
    Optional<Wave> wave = waves.find(id);
    if (wave.isEmpty() || !begun(wave.get())) {
      return;
    }
    List<Consignment> members =
        consignments.ofWave(id).stream()
            .filter(c -> c.status() == ConsignmentStatus.WAVED)
            .toList();
    if (members.isEmpty()) {
      transaction.executeWithoutResult(status -> dissolve(id));
      return;
    }
    WavePlan plan = solver.find(() -> plans.of(wave.get(), members));
    transaction.executeWithoutResult(status -> store(wave.get(), plan));
  }

  private boolean begun(Wave wave) {
    return wave.status() == WaveStatus.OPTIMISING
        || Boolean.TRUE.equals(
            transaction.execute(
                status -> waves.move(wave.id(), WaveStatus.DRAFT, WaveStatus.OPTIMISING)));
  }

  /** Nobody is in it any more, unless somebody came just now: then it is planned once more. */
  private void dissolve(long id) {
    if (nobodyCame(id)) {
      waves.move(id, WaveStatus.OPTIMISING, WaveStatus.BROKEN);
    }
  }

  /** While it was planned; whoever comes from now on waits until it moved. */
  private boolean nobodyCame(long id) {
    waves.lock(id);
    return !ends.waitsForTrips(id);
  }

  /**
   * The plan counts only if nobody else planned the wave meanwhile, and without what was stopped.
   */
  private void store(Wave wave, WavePlan plan) {
    long id = wave.id();
    Set<Long> wanted =
        consignments.lock(TripEnds.consignmentsOf(plan.picks())).stream()
            .filter(c -> c.status() == ConsignmentStatus.WAVED)
            .filter(c -> Objects.equals(c.waveId(), id))
            .map(Consignment::id)
            .collect(Collectors.toSet());
    boolean broken = wanted.isEmpty() && nobodyCame(id);
    if (!waves.move(id, WaveStatus.OPTIMISING, broken ? WaveStatus.BROKEN : WaveStatus.RELEASED)) {
      return;
    }
    notes.store(wave, plan.notes());
    if (!broken) {
      waves.result(id, plan);
      List<Pick> picks =
          plan.picks().stream().filter(p -> wanted.contains(p.consignmentId())).toList();
      Set<Long> walked = picks.stream().map(Pick::tripId).collect(Collectors.toSet());
      trips.insert(plan.trips().stream().filter(t -> walked.contains(t.id())).toList(), picks);
      if (plan.trips().stream().anyMatch(t -> t.method() == PickMethod.PRE_PACKED)) {
        prePacking.tell(wave);
      }
    }
  }

  @Override
  public void destroy() {
    solver.stop();
  }
}
