package dev.ordo.rules;

import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** The door to decisions: decide purely, record in the transaction of the effect, replay. */
@Service
public class Rules {
  private final Releases releases;
  private final DecisionRows rows;
  private final Ids ids;
  private final Tallies tallies;
  private final Tallies shared;
  private final Watchdog watchdog;
  private final Quarantine quarantine;
  private volatile Map<String, Trial> trials = Map.of();

  Rules(
      Releases releases,
      DecisionRows rows,
      Ids ids,
      Watchdog watchdog,
      Quarantine quarantine,
      Points points) {
    this.releases = releases;
    this.rows = rows;
    this.ids = ids;
    this.watchdog = watchdog;
    this.quarantine = quarantine;
    this.tallies = new Tallies(points);
    this.shared = new Tallies(points);
  }

  /**
   * Asks the active rules of a point; touches no database and may be called by many threads.
   *
   * @param point decision point, a folder under {@code rules/}
   * @param at business time, kept in the record; rules have no clock
   * @param facts records of the point's vocabulary
   * @throws Undecided if a rule fails or hangs; a release that hung is withdrawn by then
   */
  public Decision decide(String point, Instant at, Collection<?> facts) {
    Release release = deciding(point);
    watchdog.refuseHung(point, release.hash(), facts);
    try {
      Instant time = at.truncatedTo(ChronoUnit.MICROS);
      Decision decision = watchdog.run(() -> release.decide(ids.next(), time, facts));
      tallies.decided(decision);
      return decision;
    } catch (RuntimeException e) {
      tallies.failed(release.hash());
      throw e;
    }
  }

  /** What became of this node's decisions since this was asked last, by release. */
  public Map<String, Tally> takeTallies() {
    return tallies.take();
  }

  /** The same of what candidates decided by their share of a trial. */
  public Map<String, Tally> takeSharedTallies() {
    return shared.take();
  }

  /**
   * Runs many decisions under one watch, which costs less than a watch for each.
   *
   * @param decisions asks the rules and computes, nothing else: no database, no effect outside
   * @throws Undecided if a rule hung; asked again one by one, only that subject stays undecided
   */
  public <T> T together(Supplier<T> decisions) {
    return watchdog.run(decisions);
  }

  private Release deciding(String point) {
    Release release = releases.of(point);
    if (quarantine.holds(point, release.hash())) {
      throw new Undecided(
          point, release.hash(), "it was withdrawn and none before it can decide.", null);
    }
    return release;
  }

  /** Withdraws a release for good; the newest good one before it decides from now on. */
  public void quarantine(String point, String release, String why) {
    quarantine.put(point, release, why);
  }

  /** Asks the active rules of a point, or the candidate whose trial has a share in this one. */
  public Decision decide(String point, Instant at, Collection<?> facts, Routing routing) {
    Trial trial = trials.get(point);
    Release candidate = trial == null ? null : trial.deciding(routing).orElse(null);
    if (trial == null || candidate == null || quarantine.holds(point, candidate.hash())) {
      return decide(point, at, facts);
    }
    long begin = System.nanoTime();
    try {
      watchdog.refuseHung(point, candidate.hash(), facts);
      Instant time = at.truncatedTo(ChronoUnit.MICROS);
      Decision decision = watchdog.run(() -> candidate.decide(ids.next(), time, facts));
      shared.decided(decision);
      return decision;
    } catch (Undecided e) {
      shared.failed(candidate.hash());
      trial.failed(e, Duration.ofNanos(System.nanoTime() - begin));
      return decide(point, at, facts);
    }
  }

  /** Lets these trials, by point, take part on this node from now on, and no others. */
  public void trials(Map<String, Trial> running) {
    trials = Map.copyOf(running);
  }

  /** What decides here now, by point. */
  public Map<String, Activation> inForce() {
    return releases.inForce();
  }

  /**
   * What a release decided about, newest first.
   *
   * @param since id of its activation or trial: ids grow with time
   */
  public List<Subject> decidedSince(String point, String release, long since, int most) {
    return rows.subjectsSince(point, release, since, most);
  }

  /** Where a point may return to from a release, newest first: neither withdrawn nor taken back. */
  public List<Activation> healthyBefore(String point, String release) {
    return releases.healthyBefore(point, release);
  }

  /** Writes decisions in the caller's transaction, in one batch. */
  public void record(Collection<Recorded> decided) {
    if (!decided.isEmpty()) {
      rows.insert(decided);
      trials.values().forEach(trial -> trial.recorded(decided));
    }
  }

  /**
   * Stored decisions of a point, newest first, to be read page by page.
   *
   * @param before id below which to read
   * @param from business time, inclusive
   * @param until business time, exclusive
   */
  public List<PastDecision> past(String point, long before, Instant from, Instant until, int size) {
    return rows.past(point, before, from, until, size);
  }

  /** The newest decision of a point about each of these subjects; those without one are absent. */
  public List<LastDecision> last(String point, String kind, Collection<Long> subjects) {
    return rows.last(point, kind, subjects);
  }

  /** How many {@link #past} would find, counted up to a limit. */
  public long countPast(String point, long before, Instant from, Instant until, long atMost) {
    return rows.countPast(point, before, from, until, atMost);
  }

  /** Decisions about one thing, oldest first. */
  public List<StoredDecision> of(String kind, long subjectId) {
    return rows.of(kind, subjectId);
  }

  public Optional<StoredDecision> find(long id) {
    return rows.find(id);
  }

  /** Whether the release of the record, asked again with its facts, says the same. */
  public boolean replays(StoredDecision stored) {
    Release release = releases.of(stored.point(), stored.release());
    Decision again = release.decide(stored.id(), stored.at(), release.facts(stored));
    return Snapshots.firings(again.firings()).equals(stored.firingsJson())
        || Snapshots.firings(again.firings(), false).equals(stored.firingsJson());
  }

  /**
   * One decision point as it stands.
   *
   * @param release content address of what decides now, empty if nothing does
   * @param faults why the files on disk did not become a release, empty if they did
   */
  public record Point(
      RuleSet set,
      String release,
      List<String> files,
      List<String> rules,
      List<RuleSetBroken.Fault> faults) {}

  /** All points that decide now. */
  public Map<String, Point> points() {
    Map<String, Point> points = new TreeMap<>();
    releases
        .all()
        .forEach(
            (point, r) ->
                points.put(
                    point,
                    new Point(
                        r.set(),
                        r.hash(),
                        List.copyOf(r.sources().files().keySet()),
                        List.copyOf(r.rules().keySet()),
                        releases.broken().getOrDefault(point, List.of()))));
    return points;
  }

  /** Faults of files that did not become a release, by point. */
  public Map<String, List<RuleSetBroken.Fault>> broken() {
    return releases.broken();
  }

  /** Newest decisions first, of one point or of all where it is empty. */
  public List<StoredDecision> newest(String point, long before, int size) {
    return rows.newest(point, before, size);
  }

  /** What these decisions are about; decisions that are gone are absent. */
  public Map<Long, List<Subject>> subjects(Collection<Long> decisions) {
    return rows.subjects(decisions);
  }

  /** What a decision was about. */
  public List<Subject> subjects(long decision) {
    return rows.find(decision)
        .map(StoredDecision::subjects)
        .filter(subjects -> !subjects.isEmpty())
        .orElseGet(() -> rows.subjects(decision));
  }

  /**
   * Runs the examples that stand beside the active rules of a point.
   *
   * @return what does not come out; empty if all is well
   */
  public List<RuleSetBroken.Fault> examples(String point) {
    Release release = releases.of(point);
    return Examples.of(release).stream()
        .flatMap(example -> Examples.faults(release, example).stream())
        .toList();
  }

  /** A decision point as it stands. */
  public Point point(String point) {
    Point found = points().get(point);
    if (found == null) {
      throw new Refusal("point", point, "Choose one of " + points().keySet() + ".");
    }
    return found;
  }

  /** The text of the active release's files, spreadsheets left out; by file name. */
  public Map<String, String> texts(String point) {
    Sources sources = releases.of(point).sources();
    Map<String, String> texts = new TreeMap<>();
    sources.files().keySet().stream()
        .filter(file -> !file.endsWith(".xlsx"))
        .forEach(file -> texts.put(file, sources.text(file)));
    return texts;
  }

  /** The release that decides at a point now. */
  public Release active(String point) {
    return releases.of(point);
  }

  /** A stored release by its content address, compiled again if it is no longer in memory. */
  public Release release(String point, String hash) {
    return releases.of(point, hash);
  }

  /** The newest releases of a point, newest first. */
  public List<StoredRelease> releases(String point) {
    return releases.stored(point);
  }

  /** Keeps a compiled release, without letting it decide. */
  public void store(Release release, String actor) {
    releases.store(release, actor);
  }

  /** The newest activations of a point, newest first: the first one decides now. */
  public List<Activation> activations(String point, int most) {
    return releases.activations(point, most);
  }

  /**
   * Makes a stored release decide on every node once the caller's transaction commits. It asks no
   * gate: whoever calls it has.
   */
  public void activate(String point, String release, String actor, String why) {
    quarantine.refuse(point, release);
    releases.activate(point, release, actor, why, false);
  }

  /** The same where what decided until now is taken back: nothing returns to that by itself. */
  public void takeBackTo(String point, String release, String actor, String why) {
    quarantine.refuse(point, release);
    releases.activate(point, release, actor, why, true);
  }
}
