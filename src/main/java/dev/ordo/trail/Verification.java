package dev.ordo.trail;

import dev.ordo.rules.Records;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.Ids;
import dev.ordo.trail.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One walk along the chain, block by block beside the records in the order of their ids. */
final class Verification {
  /** More than anybody reads. */
  private static final int MOST_FINDINGS = 1_000;

  private static final int PAGE = 2_000;

  private final Records records;
  private final BlockRows blocks;
  private final List<Anchor> anchors;
  private final Map<Long, Anchor> byLastBlock = new HashMap<>();
  private final Set<Finding> findings = new LinkedHashSet<>();

  /** Read, but not met in a block yet: sealed late, or never. */
  private final TreeMap<Long, StoredDecision> unmet = new TreeMap<>();

  private long readUpTo;
  private String link = Chain.START;
  private long walked;
  private long decisions;

  Verification(Records records, BlockRows blocks, List<Anchor> anchors) {
    this.records = records;
    this.blocks = blocks;
    this.anchors = anchors;
    anchors.forEach(a -> byLastBlock.put(a.lastBlock(), a));
  }

  long walked() {
    return walked;
  }

  long decisions() {
    return decisions;
  }

  String link() {
    return link;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * Walks from a block to the end.
   *
   * @param from number of the first block, 1 for all
   */
  void walk(long from) {
    anchors();
    long number = begin(from);
    readUpTo = from <= 1 ? 0 : blocks.greatestId(number);
    Optional<Block> next = blocks.from(number);
    while (next.isPresent() && findings.size() < MOST_FINDINGS) {
      Block block = next.get();
      for (long gone = number; gone < block.number() && gone < number + 100; gone++) {
        found(Kind.BLOCK_MISSING, 0, gone, "");
      }
      block(block, number == block.number());
      number = block.number() + 1;
      next = blocks.from(number);
    }
    beyond(number - 1);
    forgetHalfPruned();
    neverSealed();
  }

  private void anchors() {
    String before = Chain.START;
    String reached = Chain.START;
    for (Anchor anchor : anchors) {
      if (!anchor.follows(before) || !anchor.previous().equals(reached)) {
        found(Kind.ANCHOR_DIFFERS, 0, anchor.lastBlock(), anchor.day().toString());
      }
      before = anchor.hash();
      reached = anchor.link();
    }
  }

  /** The first block that must be there: what retention pruned is known by its anchors. */
  private long begin(long from) {
    long number = 1;
    for (Anchor anchor : anchors) {
      if (anchor.prunedAt() != null && anchor.firstBlock() == number) {
        number = anchor.lastBlock() + 1;
        link = anchor.link();
      }
    }
    if (from > number) {
      link = blocks.find(from - 1).map(Block::link).orElse("");
      return from;
    }
    return number;
  }

  private void block(Block block, boolean follows) {
    walked++;
    read(block.lastId());
    List<Entry> entries = block.entries();
    if (follows && !link.isEmpty() && !block.previous().equals(link)) {
      found(Kind.CHAIN_BROKEN, entries.isEmpty() ? 0 : entries.getFirst().id(), block.number(), "");
    }
    chain(block, entries);
    contents(block, entries);
    link = block.link();
    Anchor anchor = byLastBlock.get(block.number());
    if (anchor != null && !anchor.link().equals(link)) {
      found(Kind.ANCHOR_DIFFERS, 0, block.number(), anchor.day().toString());
    }
  }

  private void chain(Block block, List<Entry> entries) {
    Chain chain = new Chain(block.previous());
    long before = 0;
    boolean whole = true;
    for (Entry entry : entries) {
      if (entry.id() <= before) {
        found(Kind.REORDERED, entry.id(), block.number(), "");
      }
      before = entry.id();
      if (chain.add(entry.id(), entry.hash()) != entry.mark() && whole) {
        found(Kind.CHAIN_BROKEN, entry.id(), block.number(), "");
        whole = false;
      }
    }
    if (whole && (!chain.link().equals(block.link()) || entries.size() != block.size())) {
      found(Kind.CHAIN_BROKEN, before, block.number(), "");
    }
  }

  private void contents(Block block, List<Entry> entries) {
    Map<Long, StoredDecision> met = new HashMap<>();
    List<Long> late = new ArrayList<>();
    for (Entry entry : entries) {
      StoredDecision decision = unmet.remove(entry.id());
      if (decision == null) {
        late.add(entry.id());
      } else {
        met.put(entry.id(), decision);
      }
    }
    records.among(late).forEach(d -> met.put(d.id(), d));
    for (Entry entry : entries) {
      decisions++;
      StoredDecision decision = met.get(entry.id());
      if (decision == null) {
        found(Kind.MISSING, entry.id(), block.number(), "");
      } else if (!decision.hash().equals(entry.hash()) || !decision.isUnaltered()) {
        found(Kind.ALTERED, entry.id(), block.number(), "");
      }
    }
    records
        .unlinked(List.copyOf(met.values()))
        .forEach(d -> found(Kind.UNLINKED, d.id(), block.number(), d.subjectsText()));
  }

  private void read(long upTo) {
    while (readUpTo < upTo) {
      List<StoredDecision> page = records.between(readUpTo, upTo, PAGE);
      page.forEach(d -> unmet.put(d.id(), d));
      readUpTo = page.size() < PAGE ? upTo : page.getLast().id();
    }
  }

  private void beyond(long last) {
    anchors.stream()
        .filter(a -> a.prunedAt() == null && a.lastBlock() > last)
        .forEach(a -> found(Kind.BLOCK_MISSING, 0, a.lastBlock(), a.day().toString()));
  }

  /** Blocks of a pruned day that retention has not come to yet. */
  private void forgetHalfPruned() {
    for (Anchor anchor : anchors) {
      Optional<Block> left = blocks.from(anchor.firstBlock());
      while (anchor.prunedAt() != null
          && left.isPresent()
          && left.get().number() <= anchor.lastBlock()) {
        for (long id : left.get().ids()) {
          unmet.remove(id);
        }
        left = blocks.from(left.get().number() + 1);
      }
    }
  }

  private void neverSealed() {
    if (readUpTo > 0) {
      long latest = Ids.first(Ids.time(readUpTo).minus(DecisionSealer.LATEST));
      unmet.headMap(latest).keySet().forEach(id -> found(Kind.INSERTED, id, 0, ""));
    }
  }

  void add(List<Finding> more) {
    more.forEach(f -> found(f.kind(), f.decision(), f.block(), f.detail()));
  }

  private void found(Kind kind, long decision, long block, String detail) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(new Finding(kind, decision, block, detail));
    }
  }
}
