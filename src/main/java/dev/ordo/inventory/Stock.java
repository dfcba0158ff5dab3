package dev.ordo.inventory;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * The door to every unit of stock. All writes run in the caller's transaction; rows are locked in
 * {@link StockKey} order and every change of a quantity is guarded by its own WHERE.
 */
@Service
public class Stock {
  private final StockFigures figures;
  private final StockLocks locks;
  private final StockPlaces places;
  private final MissingUnits missing;
  private final StockMoves moves;

  Stock(
      StockFigures figures,
      StockLocks locks,
      StockPlaces places,
      MissingUnits missing,
      StockMoves moves) {
    this.figures = figures;
    this.locks = locks;
    this.places = places;
    this.missing = missing;
    this.moves = moves;
  }

  /** What can be sold, per article over all warehouses; articles never stocked are absent. */
  public Map<String, Figures> totals(Collection<String> skus) {
    return figures.totals(skus);
  }

  /** Figures per stock key of the given articles. */
  public Map<StockKey, Figures> figures(Collection<String> skus) {
    return figures.byKey(skus);
  }

  /** Locks the rows of the given articles in key order and shows them for a batch to decide on. */
  public StockSnapshot snapshotForUpdate(Collection<String> skus) {
    return StockSnapshot.of(figures.byKeyForUpdate(skus));
  }

  /**
   * Promises units to demands.
   *
   * @throws StockTaken if a key has fewer free units than asked for; nothing is then locked
   */
  public void lock(Collection<Lock> wanted) {
    locks.open(wanted);
  }

  /** Hands locked units from one demand to another; the figures do not move. */
  public void handOver(Collection<Handover> handovers) {
    locks.handOver(handovers);
  }

  /** Frees whatever is still locked for the demands; demands without open locks are ignored. */
  public void release(Collection<Demand> demands) {
    locks.release(demands);
  }

  /**
   * Takes the locked units of the demands out of stock for good.
   *
   * @param cause kind of document that caused it, e.g. {@code CONSIGNMENT}
   * @param deductions by number of the document
   */
  public void deduct(String cause, Map<String, List<Deduction>> deductions) {
    moves.deduct(cause, deductions);
  }

  /**
   * What units cost when they left.
   *
   * @param cause kind of document given to {@link #deduct}
   * @return cost of one unit by document number and article; unknown documents are absent
   */
  public Map<String, Map<String, BigDecimal>> issued(String cause, Collection<String> causeIds) {
    return moves.issued(cause, causeIds);
  }

  /** The moving weighted average cost of one unit now; articles never received are absent. */
  public Map<String, BigDecimal> averageCosts(Collection<String> skus) {
    return moves.average(skus);
  }

  /** Books arrivals once per receipt line and tells those who wait for the articles. */
  public void receive(Collection<Receipt> receipts) {
    moves.receive(receipts);
  }

  /**
   * Reserves the places a picker will go to, fullest place last so that places become empty.
   *
   * @return places per demand; a demand is absent where its locations hold too few units
   */
  public Map<Demand, List<Place>> reservePlaces(Collection<PlaceRequest> requests) {
    return places.reserve(requests);
  }

  /**
   * Books the units of a document in again that were taken out with {@link #deduct}, at the cost
   * they left with; a document is taken back once.
   *
   * @param to where the units lie now
   * @return false if nothing was taken out for the document, or it was taken back before
   */
  public boolean takeBack(String cause, String causeId, Collection<Place> to) {
    return moves.takeBack(cause, causeId, to);
  }

  /** Lets those who wait for the articles look for free units again. */
  public void offer(List<String> skus) {
    moves.offer(skus);
  }

  /** Gives reserved places back, when a plan is undone. */
  public void freePlaces(Collection<Place> reserved) {
    places.free(reserved);
  }

  /**
   * Finds other places for units that were not where the books have them. What the books have left
   * at the old places, promised to nobody, is set down as missing until somebody counts.
   *
   * @return new places per demand; a demand is absent where no other places hold enough, and then
   *     nothing changes for it
   */
  public Map<Demand, List<Place>> elsewhere(Collection<Lacking> lacking) {
    return missing.elsewhere(lacking);
  }

  /** Units nobody can find leave the books; the locks of their demands shrink with them. */
  public void lose(Collection<Lacking> lacking) {
    missing.lose(lacking);
  }

  /**
   * A demand whose units are not at the places reserved for it.
   *
   * @param places where they are not, with the number of units lacking there; at least one
   * @param butNot locations that need not be asked
   */
  public record Lacking(Demand demand, List<Place> places, Set<String> butNot) {}

  /** A demand that needs places to be picked from. */
  public record PlaceRequest(
      Demand demand, String warehouse, String sku, int qty, Set<String> butNot) {
    public PlaceRequest(Demand demand, String warehouse, String sku, int qty) {
      this(demand, warehouse, sku, qty, Set.of());
    }
  }

  /** Somebody else took the units between looking and locking. */
  public static class StockTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StockTaken(Map<StockKey, Integer> qtyByKey) {
      super("The stock lacks free units for one of %s.".formatted(qtyByKey));
    }
  }
}
