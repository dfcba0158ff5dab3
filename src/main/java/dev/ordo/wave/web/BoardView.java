package dev.ordo.wave.web;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.shared.Ids;
import dev.ordo.wave.Pick;
import dev.ordo.wave.PickStatus;
import dev.ordo.wave.TripStatus;
import dev.ordo.wave.WaveBoard;
import dev.ordo.wave.WaveStatus;
import dev.ordo.wave.WaveTrip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A wave as it stands on the board.
 *
 * @param trips trip 0 holds what is on no trip yet
 * @param dueAt the first cut-off or promised dispatch of what is not picked yet; null if all is
 * @param planning whether another plan is being made
 * @param open whether consignments may still come into it
 */
public record BoardView(
    String id,
    WaveStatus status,
    int consignments,
    int units,
    int picked,
    double metres,
    int savedPercent,
    int revision,
    boolean planning,
    boolean open,
    @Nullable Instant dueAt,
    List<TripCard> trips) {

  /**
   * A trip.
   *
   * @param number 0 for what is on no trip yet
   */
  public record TripCard(
      int number,
      String picker,
      @Nullable TripStatus status,
      int picked,
      int units,
      double metres,
      List<Chip> chips) {}

  /**
   * A consignment.
   *
   * @param keeps TRIP, WAVE or empty
   * @param movable whether it may go to another wave now
   */
  public record Chip(
      String id, int units, int lines, Instant dueAt, String keeps, boolean movable) {

    static Chip of(Consignment c, String keeps, boolean movable) {
      return new Chip(Ids.text(c.id()), c.units(), c.lines().size(), due(c), keeps, movable);
    }
  }

  static BoardView of(WaveBoard.Card card) {
    Map<Long, Consignment> members =
        card.members().stream().collect(Collectors.toMap(Consignment::id, c -> c));
    List<Pick> picks = card.picks().stream().filter(p -> p.status() != PickStatus.STRUCK).toList();
    return new BoardView(
        Ids.text(card.wave().id()),
        card.wave().status(),
        card.wave().consignments(),
        card.members().stream().mapToInt(Consignment::units).sum(),
        picks.stream().mapToInt(Pick::picked).sum(),
        card.wave().metres(),
        card.wave().savedPercent(),
        card.wave().revision(),
        card.wave().wanted() > card.wave().revision() || card.wave().status().awaitsPlan(),
        card.isOpen(),
        card.members().stream()
            .filter(c -> c.status().compareTo(ConsignmentStatus.PICKED) < 0)
            .map(BoardView::due)
            .min(Comparator.naturalOrder())
            .orElse(null),
        trips(card, members, picks));
  }

  static Instant due(Consignment c) {
    return Objects.requireNonNullElse(c.cutoffAt(), c.promisedAt());
  }

  private static List<TripCard> trips(
      WaveBoard.Card card, Map<Long, Consignment> members, List<Pick> picks) {
    Map<Long, List<Pick>> byTrip = picks.stream().collect(Collectors.groupingBy(Pick::tripId));
    Map<Long, Consignment> left = new TreeMap<>(members);
    List<TripCard> cards = new ArrayList<>();
    for (WaveTrip trip : card.trips()) {
      List<Pick> of = byTrip.getOrDefault(trip.id(), List.of());
      Map<Long, Consignment> on = new HashMap<>();
      of.forEach(
          p -> {
            Consignment member = members.get(p.consignmentId());
            if (member != null) {
              on.put(member.id(), member);
            }
          });
      left.keySet().removeAll(on.keySet());
      cards.add(
          new TripCard(
              trip.number(),
              trip.picker(),
              trip.status(),
              of.stream().mapToInt(Pick::picked).sum(),
              of.stream().mapToInt(Pick::qty).sum(),
              trip.metres(),
              chips(card, on, trip.status() == TripStatus.WAITING)));
    }
    left.values().removeIf(c -> c.status() != ConsignmentStatus.WAVED);
    if (!left.isEmpty()) {
      cards.add(new TripCard(0, "", null, 0, 0, 0, chips(card, left, true)));
    }
    return cards;
  }

  private static List<Chip> chips(
      WaveBoard.Card card, Map<Long, Consignment> on, boolean nobodyBegan) {
    return on.values().stream()
        .sorted(Comparator.comparing(BoardView::due).thenComparing(Consignment::id))
        .map(
            c -> {
              Boolean lock = card.locks().get(c.id());
              String keeps = lock == null ? "" : lock ? "TRIP" : "WAVE";
              boolean movable =
                  nobodyBegan && lock == null && c.status() == ConsignmentStatus.WAVED;
              return Chip.of(c, keeps, movable);
            })
        .toList();
  }
}
