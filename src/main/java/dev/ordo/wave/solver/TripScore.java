package dev.ordo.wave.solver;

import dev.ordo.site.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/**
 * Scores a plan by exact routes: only trips that changed are walked again, and a trip whose jobs
 * were together before is remembered. Hard: thousandths of overload. Soft: millimetres walked.
 */
public class TripScore implements IncrementalScoreCalculator<TripPlan, HardSoftLongScore> {
  private static final int REMEMBERED = 1 << 17;
  private static final long MM = 1000;

  private final long[] rememberedKey = new long[REMEMBERED];
  private final long[] rememberedMm = new long[REMEMBERED];
  private Walk walk = NOWHERE;
  private long[][] bits = {};
  private long[] keys = {};
  private Trip[] trips = {};
  private long[] mm = {};
  private long[] over = {};
  private boolean[] changed = {};
  private long[] union = {};
  private long totalMm;
  private long totalOver;

  private static final Walk NOWHERE =
      new Walk(
          new Floor(
              new Layout(
                  1, List.of(1), 1, 1, 1, 1, new Layout.Depot(0, List.of(new Layout.Link(0, 0))))));

  @Override
  public void resetWorkingSolution(TripPlan plan) {
    Floor floor = plan.floor();
    walk = new Walk(floor);
    bits = plan.jobs().stream().map(job -> floor.bits(job.stops())).toArray(long[][]::new);
    keys = new Random(plan.jobs().size()).longs(plan.jobs().size()).toArray();
    union = new long[floor.words()];
    Arrays.fill(rememberedKey, 0);
    trips = plan.trips().toArray(Trip[]::new);
    mm = new long[trips.length];
    over = new long[trips.length];
    changed = new boolean[trips.length];
    Arrays.fill(changed, true);
    totalMm = 0;
    totalOver = 0;
  }

  @Override
  public HardSoftLongScore calculateScore() {
    for (int i = 0; i < trips.length; i++) {
      if (changed[i]) {
        rescore(i);
        changed[i] = false;
      }
    }
    return HardSoftLongScore.of(-totalOver, -totalMm);
  }

  private void rescore(int trip) {
    long newMm = millimetres(trips[trip].jobs());
    long newOver = trips[trip].load().overIn(trips[trip].room());
    totalMm += newMm - mm[trip];
    totalOver += newOver - over[trip];
    mm[trip] = newMm;
    over[trip] = newOver;
  }

  private long millimetres(List<Job> jobs) {
    long key = 0;
    for (Job job : jobs) {
      key ^= keys[job.number()];
    }
    if (key == 0) {
      return 0;
    }
    int place = (int) (key & (REMEMBERED - 1));
    if (rememberedKey[place] != key) {
      rememberedMm[place] = walked(jobs);
      rememberedKey[place] = key;
    }
    return rememberedMm[place];
  }

  private long walked(List<Job> jobs) {
    Arrays.fill(union, 0);
    for (Job job : jobs) {
      long[] more = bits[job.number()];
      for (int word = 0; word < union.length; word++) {
        union[word] |= more[word];
      }
    }
    return Math.round(walk.metres(union) * MM);
  }

  @Override
  public void afterListVariableChanged(Object entity, String name, int from, int to) {
    changed[((Trip) entity).number()] = true;
  }

  @Override
  public void beforeListVariableChanged(Object entity, String name, int from, int to) {}

  @Override
  public void beforeListVariableElementAssigned(String name, Object element) {}

  @Override
  public void afterListVariableElementAssigned(String name, Object element) {}

  @Override
  public void beforeListVariableElementUnassigned(String name, Object element) {}

  @Override
  public void afterListVariableElementUnassigned(String name, Object element) {}

  @Override
  public void beforeEntityAdded(Object entity) {}

  @Override
  public void afterEntityAdded(Object entity) {}

  @Override
  public void beforeVariableChanged(Object entity, String name) {}

  @Override
  public void afterVariableChanged(Object entity, String name) {}

  @Override
  public void beforeEntityRemoved(Object entity) {}

  @Override
  public void afterEntityRemoved(Object entity) {}
}
