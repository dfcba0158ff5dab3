package dev.ordo.wave;

import dev.ordo.shared.BusinessClock;
import dev.ordo.site.Location;
import dev.ordo.site.Picker;
import dev.ordo.site.Shift;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import dev.ordo.wave.solver.Crew;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can walk in a warehouse, from when to when. */
@Component
class Crews {
  /** A scan older than this does not say any more where somebody is. */
  private static final Duration FRESH = Duration.ofMinutes(30);

  private final Sites sites;
  private final TripRows trips;
  private final WaveSettings settings;
  private final BusinessClock clock;

  Crews(Sites sites, TripRows trips, WaveSettings settings, BusinessClock clock) {
    this.sites = sites;
    this.trips = trips;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param replaced trips that do not count: they are being planned
   */
  List<Crew> of(Warehouse warehouse, Set<Long> replaced) {
    return of(warehouse, replaced, List.of());
  }

  /**
   * As {@link #of(Warehouse, Set)}.
   *
   * @param planned trips that count though they are not stored yet
   */
  List<Crew> of(Warehouse warehouse, Set<Long> replaced, List<WaveTrip> planned) {
    Instant now = clock.now();
    Map<String, Long> busy = trips.busySeconds(warehouse.code(), replaced);
    planned.forEach(trip -> busy.merge(trip.picker(), trip.seconds(), Long::sum));
    List<Picker> pickers = sites.pickers(warehouse.code());
    Map<String, Location> places = places(warehouse, pickers, now);
    return pickers.stream()
        .map(
            p -> crew(p, warehouse, busy.getOrDefault(p.code(), 0L), wayBack(p, warehouse, places)))
        .toList();
  }

  /** Who is there just now. */
  Presence.Hands presence(String code) {
    Warehouse warehouse = sites.warehouse(code);
    Instant now = clock.now();
    long there =
        sites.pickers(code).stream().filter(p -> isThere(p.shift(), now, warehouse)).count();
    long busy =
        trips.busySeconds(code, Set.of()).values().stream().mapToLong(Long::longValue).sum();
    return new Presence.Hands((int) there, busy);
  }

  private static boolean isThere(@Nullable Shift shift, Instant now, Warehouse warehouse) {
    return shift == null || !shift.at(now, warehouse.zone()).from().isAfter(now);
  }

  private Crew crew(Picker picker, Warehouse warehouse, long busy, long wayBack) {
    Instant now = clock.now();
    Shift shift = picker.shift();
    long first = busy > 0 ? busy : wayBack;
    if (shift == null) {
      return new Crew(picker.code(), picker.skills(), first, Long.MAX_VALUE, picker.homeZones());
    }
    Shift.Hours hours = shift.at(now, warehouse.zone());
    return new Crew(
        picker.code(),
        picker.skills(),
        Math.max(first, Duration.between(now, hours.from()).toSeconds()),
        Duration.between(now, hours.until()).toSeconds(),
        picker.homeZones());
  }

  /** Where people were seen lately. */
  private Map<String, Location> places(Warehouse warehouse, List<Picker> pickers, Instant now) {
    Set<String> codes =
        pickers.stream()
            .flatMap(p -> Stream.ofNullable(p.seen()))
            .filter(seen -> seen.at().plus(FRESH).isAfter(now))
            .map(Picker.Seen::location)
            .collect(Collectors.toSet());
    return codes.isEmpty() ? Map.of() : sites.locations(warehouse.code(), codes);
  }

  /** Seconds from where a picker was seen lately to the depot, where trips begin. */
  private long wayBack(Picker picker, Warehouse warehouse, Map<String, Location> places) {
    Picker.Seen seen = picker.seen();
    Location place = seen == null ? null : places.get(seen.location());
    return place == null
        ? 0
        : Math.round(new Way(warehouse.layout()).toDepot(place) / settings.metresPerSecond());
  }
}
