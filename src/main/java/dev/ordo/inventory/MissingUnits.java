package dev.ordo.inventory;

import dev.ordo.shared.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Units a picker did not find: their demands go elsewhere, the books say where they were. */
@Component
class MissingUnits {
  private static final String CAUSE = "SHORT_PICK";

  private final StockPlaces places;
  private final StockLocks locks;
  private final StockMoves moves;
  private final Ids ids;

  MissingUnits(StockPlaces places, StockLocks locks, StockMoves moves, Ids ids) {
    this.places = places;
    this.locks = locks;
    this.moves = moves;
    this.ids = ids;
  }

  /** What is lost gets a demand of its own, which is then consumed. */
  void lose(Collection<Stock.Lacking> lacking) {
    for (Stock.Lacking one : lacking) {
      Demand lost = Demand.consignmentLine(ids.next());
      int qty = one.places().stream().mapToInt(Place::qty).sum();
      locks.handOver(List.of(new Handover(one.demand(), lost, qty)));
      moves.deduct(CAUSE, Map.of(Ids.text(lost.id()), List.of(new Deduction(lost, one.places()))));
    }
  }

  Map<Demand, List<Place>> elsewhere(Collection<Stock.Lacking> lacking) {
    Map<Demand, List<Place>> found =
        places.reserve(lacking.stream().map(MissingUnits::request).toList());
    List<Place> left =
        lacking.stream()
            .filter(l -> found.containsKey(l.demand()))
            .flatMap(l -> l.places().stream())
            .toList();
    if (!left.isEmpty()) {
      missing(left);
    }
    return found;
  }

  private static Stock.PlaceRequest request(Stock.Lacking lacking) {
    Place first = lacking.places().getFirst();
    Set<String> butNot = new HashSet<>(lacking.butNot());
    lacking.places().forEach(place -> butNot.add(place.location()));
    int qty = lacking.places().stream().mapToInt(Place::qty).sum();
    return new Stock.PlaceRequest(
        lacking.demand(), first.warehouse(), first.sku(), qty, Set.copyOf(butNot));
  }

  /** An empty slot is empty for everybody: what nobody was promised there is missing too. */
  private void missing(List<Place> left) {
    List<Place> gone = new ArrayList<>(left);
    left.stream()
        .collect(
            Collectors.groupingBy(
                Place::sku, Collectors.mapping(Place::location, Collectors.toSet())))
        .forEach(
            (sku, locations) -> {
              List<Place> phantom =
                  places.free(sku, locations).stream()
                      .filter(p -> p.warehouse().equals(left.getFirst().warehouse()))
                      .toList();
              places.reserve(phantom);
              gone.addAll(phantom);
            });
    places.take(gone);
    places.put(
        gone.stream()
            .map(p -> new Place(p.warehouse(), StockPlaces.MISSING, p.sku(), p.batch(), p.qty()))
            .toList());
  }
}
