package dev.ordo.wave.web;

import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What of a wave leaves the screen: pick lists to print and as a file. */
@RestController
class WavePapersController {
  private final PickLists lists;
  private final PickListPdf pdf;

  WavePapersController(PickLists lists, PickListPdf pdf) {
    this.lists = lists;
    this.pdf = pdf;
  }

  /** The same as the API's, for people with a session. */
  @GetMapping(value = "/waves/{id}/pick-lists.csv", produces = "text/csv;charset=UTF-8")
  String pickListsAsCsv(@PathVariable String id) {
    return lists.csv(lists.wave(id));
  }

  @GetMapping({"/waves/{id}/pick-lists.pdf", "/api/waves/{id}/pick-lists.pdf"})
  ResponseEntity<byte[]> pickLists(
      @PathVariable String id, @RequestParam Optional<Integer> trip, Locale locale) {
    List<TripView> trips =
        lists.of(lists.wave(id)).stream()
            .filter(t -> trip.isEmpty() || trip.get() == t.number())
            .toList();
    if (trips.isEmpty()) {
      throw trip.map(number -> new Refusal("trip", number, "Name a trip of this wave."))
          .orElseGet(() -> new Refusal("wave", id, "Ask again when its trips are planned."));
    }
    String name = "wave-" + id + trip.map(number -> "-trip-" + number).orElse("") + ".pdf";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
        .body(pdf.of(trips, locale));
  }
}
