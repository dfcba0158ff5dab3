package dev.ordo.wave;

import dev.ordo.site.Skill;
import dev.ordo.wave.solver.Route.Point;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One picker's walk with one trolley.
 *
 * @param number from 1 within the wave
 * @param picker badge code, empty until somebody is there to walk it
 * @param metres length of its route
 * @param seconds estimated working time
 * @param dueAt the earliest carrier cut-off of what it carries
 * @param path the route on the floor plan
 * @param needs what a person must be trained for to walk it
 */
public record WaveTrip(
    long id,
    long waveId,
    String warehouse,
    int number,
    PickMethod method,
    TripStatus status,
    String picker,
    double metres,
    long seconds,
    Instant dueAt,
    List<Point> path,
    @Nullable Instant startedAt,
    @Nullable Instant doneAt,
    Set<Skill> needs) {
  public WaveTrip {
    needs = Set.copyOf(needs);
  }
}
