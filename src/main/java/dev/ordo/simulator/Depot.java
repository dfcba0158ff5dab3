package dev.ordo.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What all carriers do alike behind their own manners: give waybills out, move parcels. */
final class Depot {
  private static final Duration KEPT = Duration.ofDays(8);
  private static final Duration VAN = Duration.ofMinutes(30);

  private final Journal<Parcel> parcels;
  private final Map<String, String> waybillByOrder = new HashMap<>();
  private final Supplier<Instant> now;

  Depot(Path folder, Supplier<Instant> now) {
    this.now = now;
    this.parcels =
        new Journal<>(
            folder.resolve("parcels.jsonl"), Parcel.class, Parcel::waybill, Depot::recent);
    parcels.things().values().forEach(this::index);
  }

  private static Map<String, Parcel> recent(Map<String, Parcel> all) {
    Instant newest =
        all.values().stream().map(Parcel::begun).max(Instant::compareTo).orElse(Instant.MAX);
    all.values().removeIf(p -> p.begun().isBefore(newest.minus(KEPT)));
    return all;
  }

  private void index(Parcel parcel) {
    waybillByOrder.put(parcel.carrier() + ":" + parcel.orderNo(), parcel.waybill());
  }

  /** The waybill of an order number, the same one however often it is asked for. */
  synchronized Parcel waybill(
      String carrier, String prefix, String orderNo, String origin, String place) {
    return find(carrier, orderNo)
        .orElseGet(
            () -> {
              long number = 1_000_000_000L + parcels.things().size() * 7L + orderNo.length();
              String waybill =
                  prefix + (number + Math.floorMod(orderNo.hashCode(), 5) * 10_000_000L);
              while (parcels.things().containsKey(waybill)) {
                waybill = prefix + ++number;
              }
              Parcel parcel =
                  new Parcel(
                      carrier, waybill, orderNo, origin, place, now.get(), Instant.MAX, false);
              put(parcel);
              return parcel;
            });
  }

  private void put(Parcel parcel) {
    parcels.put(parcel);
    index(parcel);
  }

  synchronized Optional<Parcel> find(String carrier, String orderNo) {
    return Optional.ofNullable(waybillByOrder.get(carrier + ":" + orderNo))
        .map(waybill -> parcels.things().get(waybill));
  }

  /** The van comes soon after the sender said the parcel is ready. */
  synchronized void ready(String waybill) {
    Parcel parcel = parcels.things().get(waybill);
    if (parcel != null && parcel.collected().equals(Instant.MAX)) {
      put(parcel.takenAt(now.get().plus(VAN)));
    }
  }

  synchronized boolean cancel(String carrier, String waybillOrOrder) {
    Parcel parcel =
        Optional.ofNullable(parcels.things().get(waybillOrOrder))
            .or(() -> find(carrier, waybillOrOrder))
            .orElse(null);
    if (parcel == null || !parcel.collected().equals(Instant.MAX)) {
      return false;
    }
    put(parcel.calledOff());
    return true;
  }

  /** A parcel can be turned round until it is out for delivery. */
  synchronized boolean intercept(String waybill) {
    Parcel parcel = parcels.things().get(waybill);
    return parcel != null
        && parcel.seen(now.get()).stream().noneMatch(s -> s.leg().compareTo(Parcel.Leg.OUT) >= 0);
  }

  /** The scans of a parcel up to now; nothing for a number nobody gave out. */
  synchronized List<Parcel.Seen> scans(String waybill) {
    Parcel parcel = parcels.things().get(waybill);
    return parcel == null ? List.of() : parcel.seen(now.get());
  }

  /** The code on the label that sorting machines read, made of where the parcel goes. */
  static String route(String place) {
    int hash = Math.floorMod(place.hashCode(), 900);
    return "%03d-%02d %02d".formatted(100 + hash, hash % 60, 1 + hash % 30);
  }
}
