package dev.ordo.trail;

import dev.ordo.rules.Records;
import dev.ordo.shared.MachineClock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Drops whole anchored days that are over their time; their anchors keep the chain verifiable. */
@Component
class Retention {
  private final Records records;
  private final BlockRows blocks;
  private final Anchors anchors;
  private final MachineClock clock;
  private final TransactionTemplate transaction;
  private final TrailSettings settings;
  private final ObjectProvider<Remains> remains;

  Retention(
      Records records,
      BlockRows blocks,
      Anchors anchors,
      MachineClock clock,
      TransactionTemplate transaction,
      TrailSettings settings,
      ObjectProvider<Remains> remains) {
    this.records = records;
    this.blocks = blocks;
    this.anchors = anchors;
    this.clock = clock;
    this.transaction = transaction;
    this.settings = settings;
    this.remains = remains;
  }

  /**
   * Prunes from the oldest day on. The day is marked first, so that a verification or a kill in
   * between finds it pruned in part, never missing.
   */
  void prune() {
    pruneDays();
    long upTo = anchors.prunedTo();
    if (upTo > 0) {
      records.dropLinks(upTo);
      remains.orderedStream().forEach(kept -> kept.drop(upTo));
    }
  }

  private void pruneDays() {
    Instant now = clock.now();
    for (Anchor anchor : anchors.all()) {
      if (anchor.end().plus(settings.keep()).isAfter(now)) {
        return;
      }
      if (anchor.prunedAt() == null) {
        anchors.pruned(anchor, now);
      }
      prune(anchor);
    }
  }

  private void prune(Anchor anchor) {
    Optional<Block> block = blocks.from(anchor.firstBlock());
    while (block.isPresent() && block.get().number() <= anchor.lastBlock()) {
      Block gone = block.get();
      transaction.executeWithoutResult(
          t -> {
            records.forget(records.among(Arrays.stream(gone.ids()).boxed().toList()));
            blocks.delete(gone.number());
          });
      block = blocks.from(gone.number() + 1);
    }
  }
}
