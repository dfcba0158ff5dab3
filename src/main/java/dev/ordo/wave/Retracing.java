package dev.ordo.wave;

import dev.ordo.site.Location;
import dev.ordo.site.Sites;
import dev.ordo.site.Walking;
import dev.ordo.site.Warehouse;
import dev.ordo.wave.solver.OrderedWalk;
import dev.ordo.wave.solver.Route;
import dev.ordo.wave.solver.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Draws and measures the way of a trip anew when its stops came into another order than was
 * planned, so that map, metres and saving stay true. Where nobody turns back in an aisle the
 * planned way stays, as the order does.
 */
@Component
class Retracing {
  private final TripRows trips;
  private final WaveRows waves;
  private final Sites sites;
  private final WaveSettings settings;

  Retracing(TripRows trips, WaveRows waves, Sites sites, WaveSettings settings) {
    this.trips = trips;
    this.waves = waves;
    this.sites = sites;
    this.settings = settings;
  }

  /**
   * @param trip locked by the caller
   */
  void of(WaveTrip trip) {
    Warehouse warehouse = sites.warehouse(trip.warehouse());
    if (warehouse.settings().walking() == Walking.THROUGH) {
      return;
    }
    List<Pick> walked =
        trips.picksOfTrip(trip.id()).stream()
            .filter(pick -> pick.status() != PickStatus.STRUCK)
            .toList();
    Route route = OrderedWalk.route(warehouse.layout(), stops(warehouse, walked));
    int units = walked.stream().mapToInt(Pick::qty).sum();
    trips.retraced(
        trip.id(), route.metres(), settings.seconds(route.metres(), units), route.path());
    waves.measured(trip.waveId());
  }

  private List<Stop> stops(Warehouse warehouse, List<Pick> walked) {
    Map<String, Location> places =
        sites.locations(
            warehouse.code(), walked.stream().map(Pick::location).collect(Collectors.toSet()));
    List<Stop> stops = new ArrayList<>();
    for (Pick pick : walked) {
      Location at = places.get(pick.location());
      if (at != null && warehouse.layout().has(at.aisle(), at.block(), at.cell())) {
        Stop stop = PickGroup.stop(at);
        if (stops.isEmpty() || !stops.getLast().equals(stop)) {
          stops.add(stop);
        }
      }
    }
    return stops;
  }
}
