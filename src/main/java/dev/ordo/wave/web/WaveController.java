package dev.ordo.wave.web;

import dev.ordo.access.People;
import dev.ordo.console.Listing;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.wave.WaveNote;
import dev.ordo.wave.WaveNotes;
import dev.ordo.wave.Waves;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Waves and their pick lists for outside systems. */
@RestController
@RequestMapping("/api/waves")
class WaveController {
  /** Where to form a wave of what waits. */
  record FormRequest(@Nullable String warehouse) {}

  /** The wave that was formed, or null if nothing waited. */
  record Formed(@Nullable String wave) {}

  private final Waves waves;
  private final PickLists lists;
  private final WaveNotes notes;
  private final People people;

  WaveController(Waves waves, PickLists lists, WaveNotes notes, People people) {
    this.waves = waves;
    this.lists = lists;
    this.notes = notes;
    this.people = people;
  }

  @PostMapping
  @PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER', 'INTEGRATION')")
  Formed form(@RequestBody FormRequest request) {
    String warehouse = request.warehouse();
    if (warehouse == null || !people.actor().scope().seesWarehouse(warehouse)) {
      throw new Refusal("warehouse", String.valueOf(warehouse), "Name a warehouse you work in.");
    }
    return new Formed(waves.formNow(warehouse).map(Ids::text).orElse(null));
  }

  @GetMapping
  Listing<WaveView> newest(@RequestParam Optional<String> cursor) {
    return Listing.of(
        waves.newest(people.actor().scope(), Listing.before(cursor), Listing.SIZE + 1).stream()
            .map(WaveView::of)
            .toList(),
        Listing.SIZE,
        view -> Ids.parse(view.id()));
  }

  @GetMapping("/{id}")
  WaveView wave(@PathVariable String id) {
    return WaveView.of(lists.wave(id));
  }

  /** What planning the wave found amiss, and what the division among pickers costs. */
  @GetMapping("/{id}/notes")
  List<WaveNote> notes(@PathVariable String id) {
    return notes.of(lists.wave(id).id());
  }

  @GetMapping(value = "/{id}/pick-lists", produces = MediaType.APPLICATION_JSON_VALUE)
  List<TripView> pickLists(@PathVariable String id) {
    return lists.of(lists.wave(id));
  }

  @GetMapping(value = "/{id}/pick-lists.csv", produces = "text/csv;charset=UTF-8")
  String pickListsAsCsv(@PathVariable String id) {
    return lists.csv(lists.wave(id));
  }
}
