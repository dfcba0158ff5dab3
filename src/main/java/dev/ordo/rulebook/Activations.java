package dev.ordo.rulebook;

import dev.ordo.rules.Activation;
import dev.ordo.rules.RuleSet;
import dev.ordo.rules.Rules;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a release decide once its point's policy is content, and takes it back. */
@Component
class Activations {
  private static final Logger LOG = LoggerFactory.getLogger(Activations.class);

  /** Who changes files on disk. */
  static final String FILES = "files";

  /** Who takes releases back that leave their limits. */
  static final String GUARD_RAIL = "guard-rail";

  private final Rules rules;
  private final DraftRows drafts;
  private final GateRows runs;
  private final PolicyRows policies;
  private final ObjectProvider<Gate> gates;
  private final TransactionTemplate transactions;

  Activations(
      Rules rules,
      DraftRows drafts,
      GateRows runs,
      PolicyRows policies,
      ObjectProvider<Gate> gates,
      TransactionTemplate transactions) {
    this.rules = rules;
    this.drafts = drafts;
    this.runs = runs;
    this.policies = policies;
    this.gates = gates;
    this.transactions = transactions;
  }

  /** Refuses what the policy does not let pass. */
  void now(String point, String hash, String actor, String why) {
    refuseCurrent(point, hash);
    refuseUnready(point, hash);
    rules.release(point, hash);
    transactions.executeWithoutResult(
        t -> {
          List<Draft> locked = drafts.lock(point, hash);
          refuseUnready(point, hash);
          drafts.retire(point, hash, Status.RETIRED);
          reign(locked, hash);
          rules.activate(point, hash, actor, why);
        });
  }

  /** The way back: to any release that decided before. */
  void back(String point, String hash, String actor, String why) {
    refuseCurrent(point, hash);
    if (!decidedBefore(point, hash)) {
      throw new Refusal("release", hash, "Only a release that decided before can return.");
    }
    rules.release(point, hash);
    transactions.executeWithoutResult(t -> takeBack(point, hash, actor, why));
  }

  private void takeBack(String point, String hash, String actor, String why) {
    follow(point, hash);
    rules.takeBackTo(point, hash, actor, why);
  }

  /** Drafts say the same as the release that is back. */
  private void follow(String point, String hash) {
    drafts.retire(point, hash, Status.ROLLED_BACK);
    reign(drafts.lock(point, hash), hash);
  }

  /** What ran away was taken back without asking: its draft learns of it. */
  void withdrawn(Activation next) {
    transactions.executeWithoutResult(t -> follow(next.point(), next.hash()));
  }

  /**
   * Puts the newest healthy release in the place of one that left its limits; does nothing where
   * somebody else was faster.
   *
   * @param alone whether this node is the one to do it; asked in the transaction
   * @param then what belongs in the same transaction, told who decides from now on, if anyone can
   */
  void replace(
      Activation bad, String why, BooleanSupplier alone, Consumer<Optional<Activation>> then) {
    Optional<Activation> good = before(bad);
    transactions.executeWithoutResult(
        t -> {
          boolean stillBad = rules.activations(bad.point(), 1).getFirst().id() == bad.id();
          if (stillBad && alone.getAsBoolean()) {
            good.ifPresent(g -> takeBack(g.point(), g.hash(), GUARD_RAIL, why));
            then.accept(good);
          }
        });
  }

  /** The release to return to: the newest that was neither withdrawn, taken back nor refused. */
  Optional<Activation> before(Activation activation) {
    return rules.healthyBefore(activation.point(), activation.hash()).stream()
        .filter(past -> !drafts.isRefused(past.point(), past.hash()))
        .filter(this::canDecide)
        .findFirst();
  }

  private boolean canDecide(Activation past) {
    try {
      rules.release(past.point(), past.hash());
      return true;
    } catch (RuntimeException e) {
      LOG.error("Rules of {}: {} cannot return.", past.point(), past.hash(), e);
      return false;
    }
  }

  /** What still stands between a draft and its activation, besides another person's word. */
  Set<String> missingGates(String point, String hash) {
    Set<String> known =
        gates.orderedStream().map(Gate::code).collect(Collectors.toCollection(TreeSet::new));
    known.add(Gates.COMPILE);
    Set<String> missing = new TreeSet<>(policies.of(point).gates());
    missing.retainAll(known);
    runs.of(point, hash).stream()
        .filter(GateRun::isPassed)
        .forEach(run -> missing.remove(run.code()));
    return missing;
  }

  /** The same before another person may approve: the shadow comes after. */
  Set<String> missingToApprove(String point, String hash) {
    Set<String> missing = missingGates(point, hash);
    missing.remove("SHADOW");
    return missing;
  }

  private void reign(List<Draft> locked, String hash) {
    locked.stream()
        .filter(draft -> Status.MOVES.allowed(draft.status(), Status.ACTIVE))
        .findFirst()
        .ifPresent(draft -> drafts.move(draft.id(), hash, Status.ACTIVE));
  }

  private void refuseCurrent(String point, String hash) {
    List<Activation> newest = rules.activations(point, 1);
    if (!newest.isEmpty() && newest.getFirst().hash().equals(hash)) {
      throw new Refusal("release", hash, "It decides already.");
    }
  }

  void refuseUnready(String point, String hash) {
    if (decidedBefore(point, hash)) {
      return;
    }
    Set<String> missing = missingGates(point, hash);
    if (!missing.isEmpty()) {
      throw new Refusal("gates", missing, "These gates must be green first: run the checks.");
    }
    GatePolicy policy = policies.of(point);
    List<Draft> candidates = drafts.of(point, hash);
    if (candidates.isEmpty()) {
      throw new Refusal("release", hash, "No draft of (%s) has this content.".formatted(point));
    }
    refuseOvertaken(point, candidates);
    boolean expert = rules.release(point, hash).set().level() == RuleSet.Level.EXPERT;
    if (candidates.stream().noneMatch(draft -> isFree(draft, policy, expert))) {
      throw new Refusal("approval", hash, "Another person has to approve this very content first.");
    }
  }

  /** Who began before somebody else's change came would undo it unseen; a folder is whole. */
  private void refuseOvertaken(String point, List<Draft> candidates) {
    String deciding = rules.activations(point, 1).getFirst().hash();
    if (candidates.stream()
        .noneMatch(draft -> draft.author().equals(FILES) || draft.base().equals(deciding))) {
      throw new Refusal(
          "base",
          candidates.getFirst().base().substring(0, 12),
          "What decides now came after this change was begun and would be lost: begin a new one.");
    }
  }

  /** Rules beyond the guarded forms always need a second person. */
  private boolean isFree(Draft draft, GatePolicy policy, boolean expert) {
    boolean unasked =
        !expert && (!policy.approval() || (policy.auto() && draft.author().equals(FILES)));
    return Status.MOVES.allowed(draft.status(), Status.ACTIVE)
        && (unasked || drafts.isApproved(draft.id(), draft.hash()));
  }

  private boolean decidedBefore(String point, String hash) {
    return rules.activations(point, Integer.MAX_VALUE).stream()
        .anyMatch(activation -> activation.hash().equals(hash));
  }
}
