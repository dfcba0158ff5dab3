package dev.ordo.trail;

import dev.ordo.rules.Records;
import dev.ordo.shared.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to the trail of decisions: what is sealed, and whether it still is what was sealed. */
@Service
public class Trail {
  private final Records records;
  private final BlockRows blocks;
  private final Anchors anchors;
  private final MachineClock clock;
  private final TransactionTemplate snapshot;

  Trail(
      Records records,
      BlockRows blocks,
      Anchors anchors,
      MachineClock clock,
      TransactionTemplate transaction) {
    this.records = records;
    this.blocks = blocks;
    this.anchors = anchors;
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

  /** Compares every kept decision with what was sealed. */
  public Verified verify() {
    return verify(1);
  }

  /** The same for the newest blocks only; all anchors are compared. */
  public Verified verifyNewest(int most) {
    return verify(Math.max(1, blocks.extent().last() - most + 1));
  }

  private Verified verify(long from) {
    Instant start = clock.now();
    return Objects.requireNonNull(
        snapshot.execute(
            t -> {
              List<Anchor> days = anchors.all();
              Verification walk = new Verification(records, blocks, days);
              walk.walk(from);
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
