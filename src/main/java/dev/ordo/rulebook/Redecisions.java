package dev.ordo.rulebook;

import dev.ordo.access.People;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.LastDecision;
import dev.ordo.rules.Points;
import dev.ordo.rules.Redeciding;
import dev.ordo.rules.Release;
import dev.ordo.rules.Rules;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to recalls: what a release, or one rule of it, decided about things that have not
 * shipped is decided again by the active release; a person sees the differences before they apply.
 */
@Service
public class Redecisions {
  private static final Logger LOG = LoggerFactory.getLogger(Redecisions.class);
  private static final int PAGE = 200;

  /** Subjects a transaction of the carrying out may touch. */
  private static final int BATCH = 20;

  private final Rules rules;
  private final Points points;
  private final ObjectProvider<Redeciding> owners;
  private final RecallRows rows;
  private final Ids ids;
  private final People people;
  private final TransactionTemplate transactions;

  Redecisions(
      Rules rules,
      Points points,
      ObjectProvider<Redeciding> owners,
      RecallRows rows,
      Ids ids,
      People people,
      TransactionTemplate transactions) {
    this.rules = rules;
    this.points = points;
    this.owners = owners;
    this.rows = rows;
    this.ids = ids;
    this.people = people;
    this.transactions = transactions;
  }

  /** How the owner of a point decides again; empty where it cannot. */
  public Optional<Redeciding> owner(String point) {
    return owners.stream().filter(owner -> owner.point().equals(point)).findFirst();
  }

  /**
   * Begins to look for what would be decided otherwise now; nothing changes yet.
   *
   * @param rule only decisions in which it fired; empty for all of the release
   */
  public long start(String point, String release, String rule, String actor) {
    if (owner(point).isEmpty()) {
      throw new Refusal("point", point, "Its owner cannot decide again; choose another point.");
    }
    Release known = rules.release(point, release);
    if (!rule.isEmpty() && !known.rules().containsKey(rule)) {
      throw new Refusal("rule", rule, "Choose a rule of this release.");
    }
    long id = ids.next();
    rows.begin(id, point, release, rule, actor);
    people.did("RULES_RECALL_BEGUN", "RULE_RECALL", id, point + " " + brief(release));
    work(id);
    return id;
  }

  /** Lets the differences take effect; they do so by themselves from now on. */
  public void approve(long id, String actor, String why) {
    if (!rows.approve(id, actor, why.substring(0, Math.min(why.length(), 500)))) {
      throw new Refusal("recall", Ids.text(id), "It is not ready or approved already: look again.");
    }
    people.did("RULES_RECALL_APPROVED", "RULE_RECALL", id, why);
    work(id);
  }

  /** Nothing takes effect. */
  public void drop(long id) {
    if (rows.move(id, Recall.State.READY, Recall.State.DROPPED)) {
      people.did("RULES_RECALL_DROPPED", "RULE_RECALL", id, "");
    }
  }

  public Recall recall(long id) {
    return rows.find(id)
        .orElseThrow(() -> new Refusal("recall", Ids.text(id), "Choose one of the list."));
  }

  /** Recalls of a point, newest first. */
  public List<Recall> of(String point) {
    return rows.of(point);
  }

  /** What is decided otherwise now, newest subject first, below an id. */
  public List<Redecision> differing(long id, long before, int size) {
    return rows.differing(id, before, size);
  }

  private void work(long id) {
    Thread.ofVirtual().name("recall").start(() -> workQuietly(id));
  }

  private void workQuietly(long id) {
    try {
      work(recall(id));
    } catch (RuntimeException e) {
      LOG.error("Recall {} stands still and is taken up again.", Ids.text(id), e);
    }
  }

  /** Goes on where it or another node stopped. */
  void work(Recall recall) {
    Redeciding owner = owner(recall.point()).orElseThrow();
    if (recall.state() == Recall.State.LOOKING) {
      look(recall, owner);
    } else if (recall.state() == Recall.State.APPLYING) {
      apply(recall, owner);
    }
  }

  /** Takes up what a node left when it went away. */
  @Scheduled(fixedDelay = 10_000, initialDelay = 15_000)
  void takeUp() {
    rows.busy().stream().filter(rows::claim).forEach(this::work);
  }

  private void look(Recall recall, Redeciding owner) {
    long after = rows.lookedTo(recall.id());
    List<Long> page = owner.open(after, PAGE);
    while (!page.isEmpty()) {
      if (!rows.looked(recall.id(), page.getLast(), page.size(), found(recall, owner, page))) {
        return;
      }
      page = owner.open(page.getLast(), PAGE);
    }
    rows.move(recall.id(), Recall.State.LOOKING, Recall.State.READY);
  }

  private List<Redecision> found(Recall recall, Redeciding owner, List<Long> page) {
    Release release = rules.release(recall.point(), recall.release());
    Map<Long, LastDecision> last =
        rules.last(recall.point(), owner.kind(), page).stream()
            .filter(d -> d.release().equals(recall.release()) && fired(release, d, recall.rule()))
            .collect(Collectors.toMap(LastDecision::subject, Function.identity()));
    List<Redecision> found = new ArrayList<>();
    if (!last.isEmpty()) {
      for (Redeciding.Again again : owner.again(last.keySet())) {
        found.add(redecision(release, Objects.requireNonNull(last.get(again.subject())), again));
      }
    }
    return found;
  }

  private static boolean fired(Release release, LastDecision decision, String rule) {
    return rule.isEmpty()
        || release.firings(decision.firings()).stream().anyMatch(f -> f.rule().equals(rule));
  }

  private Redecision redecision(Release release, LastDecision last, Redeciding.Again again) {
    DecisionPoint point = points.of(release.set().point());
    Side before = Side.of(point, release.facts(last.facts()), release.firings(last.firings()));
    Side after = Side.of(point, again.decision());
    DecisionPoint.Stake stake = point.stake(again.decision().facts());
    return new Redecision(
        last.subject(),
        last.decision(),
        stake.shop(),
        stake.amount(),
        before.outcome(),
        after.outcome(),
        "WAITING");
  }

  private void apply(Recall recall, Redeciding owner) {
    List<Long> batch = rows.waiting(recall.id(), BATCH);
    while (!batch.isEmpty()) {
      List<Long> now = batch;
      transactions.executeWithoutResult(t -> apply(recall, owner, now));
      batch = rows.waiting(recall.id(), BATCH);
    }
    rows.move(recall.id(), Recall.State.APPLYING, Recall.State.DONE);
  }

  /** Effect and note of it in one transaction: taken up again, none takes effect twice. */
  private void apply(Recall recall, Redeciding owner, List<Long> batch) {
    List<Long> applied = owner.apply(batch, recall.approvedBy(), "rules recalled");
    rows.settle(recall.id(), "APPLIED", applied);
    rows.settle(recall.id(), "GONE", batch);
  }

  private static String brief(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }
}
