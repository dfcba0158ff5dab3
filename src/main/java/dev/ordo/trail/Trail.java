package dev.ordo.trail;

import dev.ordo.rules.Records;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to the trail of decisions: what is sealed, and whether it still is what was sealed. */
@Service
public class Trail {
  private final Records records;
  private final BlockRows blocks;
  private final Anchors anchors;
  private final PaperSeals papers;
  private final TrailSettings settings;
  private final Search search;
  private final Replay replay;
  private final MachineClock clock;
  private final TransactionTemplate snapshot;

  Trail(
      Records records,
      BlockRows blocks,
      Anchors anchors,
      PaperSeals papers,
      TrailSettings settings,
      Search search,
      Replay replay,
      MachineClock clock,
      TransactionTemplate transaction) {
    this.records = records;
    this.blocks = blocks;
    this.anchors = anchors;
    this.papers = papers;
    this.settings = settings;
    this.search = search;
    this.replay = replay;
    this.clock = clock;
    this.snapshot =
        new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
  }

  /** The anchors of all days, oldest first. */
  public List<Anchor> anchors() {
    return anchors.all();
  }

  /** How many decisions are sealed. */
  public long sealedDecisions() {
    return blocks.extent().entries();
  }

  /** Decisions that answer a query, newest first, with ids below one, at most so many. */
  public List<StoredDecision> find(Query query, long before, int most) {
    return search.find(query, before, most);
  }

  /** The same in pieces, so that very many need not be held at once. */
  public void each(Query query, int most, Consumer<List<StoredDecision>> taker) {
    search.each(query, Long.MAX_VALUE, most, taker);
  }

  /** Codes of all that was ever said, in alphabetical order. */
  public List<String> outcomes() {
    return search.tails("said:");
  }

  /** Names of all rules that ever fired, in alphabetical order. */
  public List<String> ruleNames() {
    return search.tails("rule:");
  }

  /** What the last nightly replay found. */
  public Optional<ReplayRun> lastReplay() {
    return replay.last();
  }

  /** Where in the chain a decision stands; empty while it is not sealed. */
  public Optional<Place> place(long decision) {
    return blocks.over(decision, decision).stream()
        .flatMap(
            block ->
                block.entries().stream()
                    .filter(entry -> entry.id() == decision)
                    .map(entry -> new Place(block.number(), block.sealedAt(), entry.hash())))
        .findFirst();
  }

  /**
   * A place in the chain.
   *
   * @param hash of the record when it was sealed
   */
  public record Place(long block, Instant sealedAt, String hash) {}

  /** Compares every kept decision with what was sealed. */
  public Verified verify() {
    return verify(1);
  }

  /** The same for the newest blocks only; all anchors are compared. */
  public Verified verifyNewest(int most) {
    return verify(Math.max(1, blocks.extent().last() - most + 1));
  }

  /** Whoever marks a day as dropped by retention must have waited for retention. */
  private List<Finding> prunedEarly(List<Anchor> days, Instant now) {
    return days.stream()
        .filter(a -> a.isPrunedBefore(a.end().plus(settings.keep())) || a.isPrunedAfter(now))
        .map(a -> new Finding(Finding.Kind.PRUNED_EARLY, 0, a.lastBlock(), a.day().toString()))
        .toList();
  }

  private Verified verify(long from) {
    Instant start = clock.now();
    return Objects.requireNonNull(
        snapshot.execute(
            t -> {
              List<Anchor> days = anchors.all();
              Verification walk = new Verification(records, blocks, days);
              walk.walk(from);
              walk.add(papers.findings(days));
              walk.add(prunedEarly(days, start));
              Instant end = clock.now();
              return new Verified(
                  end,
                  Duration.between(start, end),
                  walk.walked(),
                  walk.decisions(),
                  days.size(),
                  days.stream().filter(a -> a.prunedAt() != null).count(),
                  walk.link(),
                  walk.findings());
            }));
  }
}
