package dev.ordo.rules;

import dev.ordo.shared.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** The door to decisions: decide purely, record in the transaction of the effect, replay. */
@Service
public class Rules {
  private final Releases releases;
  private final DecisionRows rows;
  private final DecisionJson json;
  private final Ids ids;

  Rules(Releases releases, DecisionRows rows, DecisionJson json, Ids ids) {
    this.releases = releases;
    this.rows = rows;
    this.json = json;
    this.ids = ids;
  }

  /**
   * Asks the active rules of a point; touches no database and may be called by many threads.
   *
   * @param point decision point, a folder under {@code rules/}
   * @param at business time, kept in the record; rules have no clock
   * @param facts records of the point's vocabulary
   */
  public Decision decide(String point, Instant at, Collection<?> facts) {
    return releases.of(point).decide(ids.next(), at, facts);
  }

  /** Writes decisions in the caller's transaction, in one batch. */
  public void record(Collection<Recorded> decided) {
    if (!decided.isEmpty()) {
      rows.insert(decided);
    }
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
    List<Object> facts = json.facts(stored.factsJson(), release.set().facts());
    Decision again = release.decide(stored.id(), stored.at(), facts);
    return json.tree(json.firings(again.firings())).equals(stored.firings());
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
                        r.rules(),
                        releases.broken().getOrDefault(point, List.of()))));
    return points;
  }

  /** Faults of files that did not become a release, by point. */
  public Map<String, List<RuleSetBroken.Fault>> broken() {
    return releases.broken();
  }

  /** Facts of a point from plain maps, each with its type under {@code fact}: for examples. */
  public List<Object> facts(String point, List<Map<String, Object>> maps) {
    return json.facts(json.text(maps), releases.of(point).set().facts());
  }

  /** Firings as the record would tell them: for examples. */
  public List<Map<String, Object>> told(Decision decision) {
    return json.tree(json.firings(decision.firings()));
  }
}
