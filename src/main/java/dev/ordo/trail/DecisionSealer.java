package dev.ordo.trail;

import dev.ordo.rules.Records;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains committed decisions off the deciding path: what commits takes its place in the order when
 * it is sealed, so that parallel transactions never wait for a chain and a late commit is sealed
 * later. A block and its place are one insert, so that a second sealer or a kill leaves no trace.
 */
@Component
class DecisionSealer {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionSealer.class);

  /**
   * A decision that shows up later than this after others of its time were sealed is not sealed any
   * more: no transaction is open for so long, so verification names it.
   */
  static final Duration LATEST = Duration.ofHours(1);

  private static final int MOST = 1_000;
  private static final int PAGE = 50_000;

  /** Most transactions have committed by then, so that blocks follow the ids. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** Longest wait for a block to fill. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration USUALLY = Duration.ofSeconds(20);
  private static final int FAR_LOOK_EVERY = 60;

  private final Records records;
  private final BlockRows blocks;
  private final TermRows terms;
  private final MachineClock clock;
  private final TransactionTemplate transaction;
  private final AtomicInteger rounds = new AtomicInteger();

  DecisionSealer(
      Records records,
      BlockRows blocks,
      TermRows terms,
      MachineClock clock,
      TransactionTemplate transaction) {
    this.records = records;
    this.blocks = blocks;
    this.terms = terms;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Seals what is ready; now and then it looks back far enough to meet every late commit. */
  void round() {
    boolean far = rounds.getAndIncrement() % FAR_LOOK_EVERY == 0;
    Instant now = clock.now();
    seal(far ? LATEST : USUALLY, now.minus(GRACE), now.minus(PATIENCE));
  }

  /** Seals whatever is committed, without waiting for a block to fill. */
  void sealAll() {
    Instant end = clock.now().plusSeconds(1);
    seal(LATEST, end, end);
  }

  private void seal(Duration back, Instant end, Instant unfilled) {
    long next = blocks.extent().last() + 1;
    long frontier = blocks.greatestId(next);
    long after = frontier == 0 ? 0 : Ids.first(Ids.time(frontier).minus(back)) - 1;
    long upTo = Ids.first(end);
    List<Long> waiting = new ArrayList<>();
    List<Long> page;
    do {
      page = records.ids(after, upTo, PAGE);
      waiting.addAll(unsealed(page));
      while (waiting.size() >= MOST) {
        if (!seal(next++, waiting.subList(0, MOST))) {
          return;
        }
        waiting = new ArrayList<>(waiting.subList(MOST, waiting.size()));
      }
      after = page.isEmpty() ? after : page.getLast();
    } while (page.size() == PAGE);
    if (!waiting.isEmpty() && !Ids.time(waiting.getFirst()).isAfter(unfilled)) {
      seal(next, waiting);
    }
  }

  private List<Long> unsealed(List<Long> ids) {
    if (ids.isEmpty()) {
      return ids;
    }
    Set<Long> known = new HashSet<>();
    for (Block block : blocks.over(ids.getFirst(), ids.getLast())) {
      for (long id : block.ids()) {
        known.add(id);
      }
    }
    return ids.stream().filter(id -> !known.contains(id)).toList();
  }

  /** False if another sealer was there first. */
  private boolean seal(long number, List<Long> ids) {
    List<StoredDecision> decisions = records.among(ids);
    try {
      transaction.executeWithoutResult(
          t -> {
            Block block = block(number, decisions);
            blocks.insert(block);
            terms.insert(number, Terms.of(decisions));
          });
      return true;
    } catch (DuplicateKeyException e) {
      LOG.info("Another node sealed block {} first.", number);
      return false;
    }
  }

  private Block block(long number, List<StoredDecision> decisions) {
    String previous = blocks.find(number - 1).map(Block::link).orElse(Chain.START);
    Chain chain = new Chain(previous);
    List<Entry> entries =
        decisions.stream()
            .map(d -> new Entry(d.id(), d.hash(), chain.add(d.id(), d.hash())))
            .toList();
    List<Instant> times =
        decisions.stream().map(StoredDecision::at).sorted(Comparator.naturalOrder()).toList();
    return new Block(
        number,
        clock.now(),
        entries.size(),
        entries.getFirst().id(),
        entries.getLast().id(),
        times.getFirst(),
        times.getLast(),
        previous,
        chain.link(),
        Block.content(entries));
  }
}
