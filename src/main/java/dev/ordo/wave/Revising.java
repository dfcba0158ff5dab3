package dev.ordo.wave;

import dev.ordo.fulfilment.Consignments;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the next revision of a wave that is being picked: what was begun stays on its trip in a
 * shorter order, what nobody began on is put on trips anew, and trips nobody has get a picker. The
 * search runs between two short transactions; nothing is stored if somebody began meanwhile on what
 * was planned anew, and the wave is looked at again.
 */
@Component
class Revising implements DisposableBean {
  private static final int TRIES = 3;

  private final WaveRows waves;
  private final TripRows trips;
  private final WaveLocks locks;
  private final Consignments consignments;
  private final Revisions revisions;
  private final TransactionTemplate transaction;
  private final SolverThreads solver = new SolverThreads("wave-revising", 2);

  Revising(
      WaveRows waves,
      TripRows trips,
      WaveLocks locks,
      Consignments consignments,
      Revisions revisions,
      PlatformTransactionManager transactions) {
    this.waves = waves;
    this.trips = trips;
    this.locks = locks;
    this.consignments = consignments;
    this.revisions = revisions;
    this.transaction = new TransactionTemplate(transactions);
  }

  void revise(long id) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Standing> now = Objects.requireNonNull(transaction.execute(status -> standing(id)));
      if (now.isEmpty() || made(now.get())) {
        return;
      }
    }
  }

  private boolean made(Standing standing) {
    Revision revision = solver.find(() -> revisions.of(standing));
    return Boolean.TRUE.equals(transaction.execute(status -> revisions.store(standing, revision)));
  }

  private Optional<Standing> standing(long id) {
    return waves
        .find(id)
        .filter(w -> w.status() == WaveStatus.RELEASED || w.status() == WaveStatus.PICKING)
        .filter(w -> w.wanted() > w.revision())
        .map(
            wave ->
                new Standing(
                    wave,
                    trips.ofWave(id),
                    trips.picksOfWave(id),
                    consignments.ofWave(id),
                    locks.onTrips(id),
                    waves.wishes(id)));
  }

  @Override
  public void destroy() {
    solver.stop();
  }
}
