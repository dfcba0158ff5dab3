package dev.ordo.wave.web;

import dev.ordo.access.People;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.wave.Lack;
import dev.ordo.wave.Picking;
import dev.ordo.wave.WaveTrip;
import dev.ordo.wave.Waves;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What pickers' devices ask and report; every report may be sent again. */
@RestController
@PreAuthorize("hasAnyRole('WAREHOUSE', 'INTEGRATION')")
class FloorController {
  /** A confirmed stop; qty counts all units taken there so far. */
  record FoundRequest(
      @Nullable String picker,
      @Nullable String location,
      @Nullable String item,
      @Nullable Integer qty,
      @Nullable Boolean isShort,
      @Nullable Boolean isDamaged) {

    Picking.Found checked() {
      return new Picking.Found(
          given("picker", picker),
          given("location", location),
          lack() == Lack.NONE ? given("item", item) : Objects.requireNonNullElse(item, ""),
          given("qty", qty),
          lack());
    }

    private Lack lack() {
      if (Boolean.TRUE.equals(isDamaged)) {
        return Lack.DAMAGED;
      }
      return Boolean.TRUE.equals(isShort) ? Lack.MISSING : Lack.NONE;
    }
  }

  /** A stop that is left for later or taken back. */
  record AtRequest(@Nullable String picker, @Nullable String location, @Nullable String item) {
    Picking.At checked() {
      return new Picking.At(
          given("picker", picker), given("location", location), given("item", item));
    }
  }

  private static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw new Refusal(field, "null", "Send this field.");
    }
    return value;
  }

  private final Picking picking;
  private final Waves waves;
  private final People people;

  FloorController(Picking picking, Waves waves, People people) {
    this.picking = picking;
    this.waves = waves;
    this.people = people;
  }

  /** The trip this picker should walk now; 204 if there is none. */
  @GetMapping("/api/pickers/{picker}/trip")
  ResponseEntity<TripView> next(@PathVariable String picker, @RequestParam String warehouse) {
    return picking
        .next(warehouse, picker)
        .map(trip -> ResponseEntity.ok(view(trip)))
        .orElse(ResponseEntity.noContent().build());
  }

  @GetMapping("/api/trips/{id}")
  TripView trip(@PathVariable String id) {
    return waves
        .trip(Ids.parse(id))
        .filter(trip -> people.actor().scope().seesWarehouse(trip.warehouse()))
        .map(this::view)
        .orElseThrow(() -> new Refusal("trip", id, "Ask for the picker's next trip."));
  }

  @PostMapping("/api/trips/{id}/picks")
  TripView confirm(@PathVariable String id, @RequestBody FoundRequest found) {
    return view(picking.confirm(Ids.parse(id), found.checked()).trip());
  }

  /** Leaves a stop for the end of the trip. */
  @PostMapping("/api/trips/{id}/skips")
  TripView skip(@PathVariable String id, @RequestBody AtRequest at) {
    return view(picking.skip(Ids.parse(id), at.checked()));
  }

  /** Takes back the stop that was confirmed last. */
  @PostMapping("/api/trips/{id}/undos")
  TripView undo(@PathVariable String id, @RequestBody AtRequest at) {
    return view(picking.undo(Ids.parse(id), at.checked()));
  }

  private TripView view(WaveTrip trip) {
    return TripView.of(trip, waves.picksOfTrip(trip.id()));
  }
}
