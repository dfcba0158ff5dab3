package dev.ordo.wave.web;

import dev.ordo.access.People;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.wave.Pick;
import dev.ordo.wave.Wave;
import dev.ordo.wave.WaveTrip;
import dev.ordo.wave.Waves;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** The pick lists of a wave in the forms people and outside systems take. */
@Component
class PickLists {
  private static final CSVFormat FORM =
      CSVFormat.DEFAULT
          .builder()
          .setHeader(
              "wave",
              "trip",
              "picker",
              "method",
              "sequence",
              "location",
              "slot",
              "sku",
              "name",
              "batch",
              "qty",
              "tote",
              "consignment",
              "status")
          .get();

  private final Waves waves;
  private final People people;

  PickLists(Waves waves, People people) {
    this.waves = waves;
    this.people = people;
  }

  /** The wave with this printed id, if the current person may see its warehouse. */
  Wave wave(String id) {
    return waves
        .find(Ids.parse(id))
        .filter(wave -> people.actor().scope().seesWarehouse(wave.warehouse()))
        .orElseThrow(() -> new Refusal("wave", id, "Name a wave of GET /api/waves."));
  }

  List<TripView> of(Wave wave) {
    Map<Long, List<Pick>> picks =
        waves.picks(wave.id()).stream().collect(Collectors.groupingBy(Pick::tripId));
    return waves.trips(wave.id()).stream()
        .map(trip -> TripView.of(trip, picks.getOrDefault(trip.id(), List.of())))
        .toList();
  }

  String csv(Wave wave) {
    Map<Long, WaveTrip> trips =
        waves.trips(wave.id()).stream().collect(Collectors.toMap(WaveTrip::id, trip -> trip));
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORM)) {
      for (Pick pick : waves.picks(wave.id())) {
        WaveTrip trip = trips.get(pick.tripId());
        if (trip != null) {
          print(printer, trip, pick);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void print(CSVPrinter printer, WaveTrip trip, Pick pick) throws IOException {
    printer.printRecord(
        Ids.text(trip.waveId()),
        trip.number(),
        trip.picker(),
        trip.method(),
        pick.sequence(),
        pick.location(),
        pick.slot(),
        pick.sku(),
        pick.name(),
        pick.batch(),
        pick.qty(),
        pick.tote(),
        Ids.text(pick.consignmentId()),
        pick.status());
  }
}
