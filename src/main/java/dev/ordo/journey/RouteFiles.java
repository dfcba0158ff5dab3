package dev.ordo.journey;

import dev.ordo.shared.BusinessClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the files of {@code routes/} and follows their changes: each file is tried aside first, a
 * file that cannot run leaves the old one running, a deleted file takes its routes along.
 */
@Component
public class RouteFiles {
  private static final Logger LOG = LoggerFactory.getLogger(RouteFiles.class);

  private final CamelContext camel;
  private final RouteTrial trial;
  private final Stages stages;
  private final JourneySettings settings;
  private final BusinessClock clock;
  private final Map<String, Loaded> loaded = new TreeMap<>();
  private final Map<String, Failed> failed = new TreeMap<>();
  private volatile boolean ready;

  /** A file whose routes run. */
  record Loaded(RouteFile file, RoutePlan plan, Instant at) {}

  /** A file that was refused. */
  record Failed(RouteFile file, String reason, Instant at) {}

  RouteFiles(
      CamelContext camel,
      ApplicationContext beans,
      Stages stages,
      HeaderGuard guard,
      JourneySettings settings,
      BusinessClock clock) {
    this.camel = camel;
    this.trial = new RouteTrial(beans, stages, guard);
    this.stages = stages;
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    refresh();
    ready = true;
  }

  @Scheduled(fixedDelay = 2_000)
  void follow() {
    if (ready && settings.autostart()) {
      refresh();
    }
  }

  /** Every file known, with what became of it. */
  public synchronized List<RouteState> states() {
    return Stream.concat(
            loaded.values().stream()
                .map(
                    l ->
                        new RouteState(
                            l.file().name(), l.file().hash(), l.plan().ids(), l.at(), "")),
            failed.values().stream()
                .map(
                    f ->
                        new RouteState(
                            f.file().name(), f.file().hash(), List.of(), f.at(), f.reason())))
        .toList();
  }

  /** Hash by file of what runs. */
  synchronized SortedMap<String, String> hashes() {
    SortedMap<String, String> hashes = new TreeMap<>();
    loaded.forEach((name, running) -> hashes.put(name, running.file().hash()));
    return hashes;
  }

  synchronized List<Failed> failed() {
    return List.copyOf(failed.values());
  }

  /** Compares the folder with what runs and does what is to be done. */
  synchronized void refresh() {
    try {
      apply(RouteFile.all(Path.of(settings.files(), "routes")));
    } catch (IOException | java.io.UncheckedIOException e) {
      LOG.warn("The routes cannot be read: {}", e.toString());
    }
  }

  private void apply(List<RouteFile> files) {
    Set<String> names = files.stream().map(RouteFile::name).collect(Collectors.toSet());
    failed.keySet().retainAll(names);
    for (String gone : List.copyOf(loaded.keySet())) {
      if (!names.contains(gone) && !gone.equals(RouteFile.ERROR_POLICY)) {
        LOG.info("Routes of ({}) end with their file", gone);
        unload(loaded.remove(gone));
      }
    }
    List<RouteFile> fresh = files.stream().filter(this::isNew).toList();
    boolean proven = fresh.size() > 1 && goTogether(fresh);
    fresh.forEach(file -> take(file, proven));
  }

  /** Many files, as at the start, are tried at once; only where that fails, one by one. */
  private boolean goTogether(List<RouteFile> files) {
    List<RoutePlan> plans = files.stream().map(RoutePlan::of).toList();
    boolean fine =
        plans.stream().allMatch(p -> p.faults().isEmpty())
            && plans.stream().flatMap(p -> p.calls().stream()).flatMap(trial::missing).count() == 0;
    try {
      if (fine) {
        trial.build(Stream.concat(policy().stream(), files.stream()).distinct().toList());
      }
      return fine;
    } catch (Exception e) {
      LOG.debug("The routes are tried one by one", e);
      return false;
    }
  }

  private boolean isNew(RouteFile file) {
    Loaded running = loaded.get(file.name());
    Failed refused = failed.get(file.name());
    if (running != null && running.file().hash().equals(file.hash())) {
      failed.remove(file.name());
      return false;
    }
    return refused == null || !refused.file().hash().equals(file.hash()) || file.isJourney();
  }

  private void take(RouteFile file, boolean proven) {
    try {
      RoutePlan plan = RoutePlan.of(file);
      check(file, plan);
      if (!proven) {
        trial.run(policy(), file, plan);
      }
      replace(file, plan);
      failed.remove(file.name());
      LOG.info("Routes of ({}) run: {}", file.name(), plan.ids());
    } catch (Exception e) {
      refuse(file, String.valueOf(NewIncident.root(e).getMessage()));
    }
  }

  private void refuse(RouteFile file, String reason) {
    Failed before = failed.put(file.name(), new Failed(file, reason, clock.now()));
    if (before == null || !before.reason().equals(reason)) {
      LOG.error("Routes of ({}) are not taken, what ran goes on: {}", file.name(), reason);
    }
  }

  private void check(RouteFile file, RoutePlan plan) {
    List<String> faults = new ArrayList<>(plan.faults());
    twice(plan.ids(), RoutePlan::ids, file).forEach(id -> faults.add(known("route id", id)));
    twice(plan.doors(), RoutePlan::doors, file).forEach(d -> faults.add(known("consumer", d)));
    twice(plan.pools(), RoutePlan::pools, file).forEach(p -> faults.add(known("stage", p)));
    if (file.isJourney()) {
      missingPools(plan)
          .forEach(p -> faults.add("The pool (%s) has no stage in the journey.".formatted(p)));
    }
    if (!faults.isEmpty()) {
      throw new RouteFileBroken(file.name(), faults);
    }
  }

  private static String known(String what, String name) {
    return "The %s (%s) is there already.".formatted(what, name);
  }

  private List<String> twice(
      List<String> names, java.util.function.Function<RoutePlan, List<String>> of, RouteFile file) {
    Set<String> taken =
        others(file).flatMap(l -> of.apply(l.plan()).stream()).collect(Collectors.toSet());
    return names.stream().filter(name -> !taken.add(name)).toList();
  }

  private List<String> missingPools(RoutePlan plan) {
    Set<String> present = new HashSet<>(plan.pools());
    loaded.values().forEach(l -> present.addAll(l.plan().pools()));
    return stages.pools().keySet().stream().filter(p -> !present.contains(p)).sorted().toList();
  }

  private Stream<Loaded> others(RouteFile file) {
    return loaded.values().stream().filter(l -> !l.file().name().equals(file.name()));
  }

  private List<RouteFile> policy() {
    Loaded policy = loaded.get(RouteFile.ERROR_POLICY);
    return policy == null ? List.of() : List.of(policy.file());
  }

  private void replace(RouteFile file, RoutePlan plan) throws Exception {
    if (file.isErrorPolicy()) {
      replacePolicy(file, plan);
      return;
    }
    Loaded old = loaded.remove(file.name());
    unload(old);
    try {
      load(file);
      loaded.put(file.name(), new Loaded(file, plan, clock.now()));
    } catch (Exception e) {
      remove(plan.ids());
      if (old != null) {
        load(old.file());
        loaded.put(file.name(), old);
      }
      throw e;
    }
  }

  /** Routes take the policy in when they are built, so all are built again. */
  private void replacePolicy(RouteFile file, RoutePlan plan) throws Exception {
    List<Loaded> routes = others(file).toList();
    routes.forEach(this::unload);
    ModelCamelContext model = (ModelCamelContext) camel;
    RouteConfigurationDefinition old =
        model.getRouteConfigurationDefinition(RoutePlan.ERROR_POLICY);
    if (old != null) {
      model.removeRouteConfiguration(old);
    }
    load(file);
    loaded.put(file.name(), new Loaded(file, plan, clock.now()));
    for (Loaded route : routes) {
      load(route.file());
    }
  }

  private void load(RouteFile file) throws Exception {
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(ResourceHelper.fromString(file.name(), file.text()));
  }

  private void unload(@org.jspecify.annotations.Nullable Loaded old) {
    if (old != null) {
      remove(old.plan().ids());
    }
  }

  /** Stopping waits for the batch in hand. */
  private void remove(Collection<String> ids) {
    ModelCamelContext model = (ModelCamelContext) camel;
    for (String id : ids) {
      RouteDefinition route = model.getRouteDefinition(id);
      try {
        if (route != null) {
          camel.getRouteController().stopRoute(id);
          model.removeRouteDefinition(route);
        }
      } catch (Exception e) {
        throw new IllegalStateException("The route (%s) does not end.".formatted(id), e);
      }
    }
  }
}
