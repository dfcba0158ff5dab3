package dev.ordo.wave;

import dev.ordo.change.ShortConsignments;
import dev.ordo.fulfilment.Consignment.Spot;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.fulfilment.OtherPlaces.Lacking;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives consignments up whose units no slot held and nobody found in time: their goods are put
 * back, what they lacked is booked as lost, and their orders wait for other units.
 */
@Component
class ShortPicks {
  private final TripRows trips;
  private final Consignments consignments;
  private final ShortConsignments shorts;
  private final WaveSettings settings;
  private final BusinessClock clock;
  private static final Logger LOG = LoggerFactory.getLogger(ShortPicks.class);

  private final TransactionTemplate transaction;

  ShortPicks(
      TripRows trips,
      Consignments consignments,
      ShortConsignments shorts,
      WaveSettings settings,
      BusinessClock clock,
      PlatformTransactionManager transactions) {
    this.trips = trips;
    this.consignments = consignments;
    this.shorts = shorts;
    this.settings = settings;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(fixedDelay = 20_000)
  void look() {
    Set<Long> late =
        trips.shortSince(clock.now().minus(settings.shortPatience())).stream()
            .map(Pick::consignmentId)
            .collect(Collectors.toSet());
    late.forEach(this::lookAt);
  }

  /** One that cannot be given up does not hold up the others; it is looked at again. */
  private void lookAt(long consignment) {
    try {
      transaction.executeWithoutResult(status -> giveUp(consignment));
    } catch (RuntimeException e) {
      LOG.error(
          "The consignment ({}) that lacks units was not given up.", Ids.text(consignment), e);
    }
  }

  /** Trips, then the consignment, as everybody locks them; it may have been mended meanwhile. */
  private void giveUp(long consignment) {
    Map<Long, WaveTrip> on =
        trips.lockOf(List.of(consignment)).stream()
            .collect(Collectors.toMap(WaveTrip::id, trip -> trip));
    List<Pick> lacking =
        trips.picksOfConsignments(List.of(consignment)).stream()
            .filter(p -> p.status() == PickStatus.SHORT)
            .toList();
    boolean waits =
        consignments.lock(List.of(consignment)).stream()
            .anyMatch(c -> c.status() == ConsignmentStatus.PICKING);
    if (waits && !lacking.isEmpty()) {
      shorts.giveUp(
          consignment, lacking(on.values().iterator().next().warehouse(), lacking), "SHORT_PICK");
    }
  }

  private static List<Lacking> lacking(String warehouse, List<Pick> picks) {
    Map<Long, List<Pick>> byLine =
        picks.stream()
            .collect(Collectors.groupingBy(Pick::lineId, TreeMap::new, Collectors.toList()));
    return byLine.values().stream()
        .map(
            of ->
                new Lacking(
                    warehouse,
                    of.getFirst().consignmentId(),
                    of.getFirst().lineId(),
                    of.getFirst().sku(),
                    of.stream()
                        .map(p -> new Spot(p.location(), p.batch(), p.qty() - p.picked()))
                        .toList(),
                    Set.of()))
        .toList();
  }
}
