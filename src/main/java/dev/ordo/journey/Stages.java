package dev.ordo.journey;

import dev.ordo.shared.MachineClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All stages of this node: wakes them, and runs them by hand in tests. */
@Component
public class Stages implements Resender, SmartInitializingSingleton {
  private static final int MANY = 10_000;

  private final ObjectProvider<Pool> declared;
  private final Stage.Surroundings around;
  private final Outbox outbox;
  private final MachineClock clock;
  private final Map<String, Worker> workers = new ConcurrentHashMap<>();
  private final List<Stage> stages = new CopyOnWriteArrayList<>();
  private final AfterCommit afterCommit = new AfterCommit(this::call);

  Stages(
      ObjectProvider<Pool> pools,
      PlatformTransactionManager transactions,
      MachineClock clock,
      JourneySettings settings,
      Incidents incidents,
      Outbox outbox,
      MeterRegistry meters) {
    this.declared = pools;
    this.around =
        new Stage.Surroundings(
            new TransactionTemplate(transactions), clock::now, settings, incidents, meters);
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    pools().values().forEach(this::gauge);
  }

  /** Has the stage of this pool look at once, as soon as the current transaction commits. */
  public void wake(String pool) {
    afterCommit.say(pool);
  }

  /** Runs all stages and deliveries here and now until nothing is due; says how much it did. */
  public int runDue() {
    int total = 0;
    int round;
    do {
      round = stages.stream().mapToInt(Stage::run).sum() + outbox.deliverDue();
      total += round;
    } while (round > 0 && total < MANY * MANY);
    return total;
  }

  /** Runs one batch of one stage here and now; says how many rows it took. */
  public int runBatch(String pool) {
    return stages.stream().filter(s -> s.pool().equals(pool)).mapToInt(Stage::run).sum();
  }

  /** The stages that have a consumer on this node. */
  public Collection<String> running() {
    return stages.stream().map(Stage::pool).sorted().toList();
  }

  Map<String, Pool> pools() {
    return declared.stream().collect(Collectors.toMap(Pool::name, Function.identity()));
  }

  Pool pool(String name) {
    Map<String, Pool> pools = pools();
    Pool pool = pools.get(name);
    if (pool == null) {
      throw new IllegalArgumentException(
          "There is no pool (%s).\nMaybe you mean one of %s."
              .formatted(name, pools.keySet().stream().sorted().toList()));
    }
    return pool;
  }

  Running start(
      String pool,
      int batch,
      int consumers,
      Duration poll,
      @Nullable Duration lease,
      Consumer<List<Long>> work) {
    Stage stage = new Stage(pool(pool), batch, lease, work, around);
    Worker worker = new Worker("stage-" + pool, consumers, poll, () -> stage.run() > 0);
    stages.add(stage);
    workers.put(pool, worker);
    if (around.settings().autostart()) {
      worker.start();
    }
    return () -> {
      stages.remove(stage);
      workers.remove(pool, worker);
      worker.stop();
    };
  }

  /** A stage that was started and can be stopped; stopping waits for the batch in hand. */
  interface Running {
    void stop();
  }

  private void call(String pool) {
    Worker worker = workers.get(pool);
    if (worker != null) {
      worker.call();
    }
  }

  private void gauge(Pool pool) {
    Gauge.builder("ordo.stage.pool", new PoolSize(pool, clock), PoolSize::get)
        .tag("stage", pool.name())
        .strongReference(true)
        .register(around.meters());
  }

  @Override
  public String source() {
    return "stage:*";
  }

  @Override
  public void resend(String payload) {
    int space = payload.indexOf(' ');
    pool(payload.substring(0, space)).revive(Long.parseLong(payload.substring(space + 1)));
    wake(payload.substring(0, space));
  }
}
