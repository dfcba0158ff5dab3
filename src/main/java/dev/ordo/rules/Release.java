package dev.ordo.rules;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieContainerSessionsPool;
import org.kie.api.runtime.KieSession;

/**
 * Compiled rules of one content address. A session per decision: rules of one session would join
 * across subjects.
 */
public final class Release {
  /** More firings than any honest rule set makes on one subject. */
  private static final int FIRING_LIMIT = 10_000;

  private static final Cleaner CLEANER = Cleaner.create();
  private static final LongAdder CLOSED = new LongAdder();

  private final Sources sources;
  private final RuleSet set;
  private final String hash;
  private final KieContainerSessionsPool sessions;
  private final SortedMap<String, String> rules;
  private final Joins joins;
  private final Map<String, Integer> rows;
  private final Set<Class<?>> known;

  Release(
      Sources sources,
      RuleSet set,
      String hash,
      KieContainer container,
      SortedMap<String, String> rules,
      Joins joins) {
    this(sources, set, hash, container, rules, joins, Map.of());
  }

  /**
   * @param rows row of the sheet by rule, of those that are table rows
   */
  Release(
      Sources sources,
      RuleSet set,
      String hash,
      KieContainer container,
      SortedMap<String, String> rules,
      Joins joins,
      Map<String, Integer> rows) {
    this.sources = sources;
    this.set = set;
    this.hash = hash;
    this.rules = Collections.unmodifiableSortedMap(rules);
    this.joins = joins;
    this.rows = Map.copyOf(rows);
    this.known = Set.copyOf(Vocabulary.of(set.facts()).types().values());
    this.sessions = container.newKieSessionsPool(2);
    CLEANER.register(this, new Closing(sessions, container));
  }

  /** Content address of its sources, the engine and the vocabulary. */
  public String hash() {
    return hash;
  }

  public RuleSet set() {
    return set;
  }

  public Sources sources() {
    return sources;
  }

  /** Names of its rules in alphabetical order, each with the file it stands in. */
  public SortedMap<String, String> rules() {
    return rules;
  }

  /** How a rule is written in it; empty if it has none of that name. */
  public Optional<RuleSource> source(String rule) {
    return RuleSource.of(this, rule);
  }

  /** Row of the sheet, counted from 1; 0 where the rule is no table row. */
  int row(String rule) {
    return rows.getOrDefault(rule, 0);
  }

  /** The facts of a stored decision as records of this release's vocabulary. */
  public List<Object> facts(StoredDecision stored) {
    return facts(stored.factsJson());
  }

  /** Facts in their stored form as records of this release's vocabulary. */
  public List<Object> facts(String stored) {
    return Snapshots.facts(stored, Vocabulary.of(set.facts()));
  }

  /** Firings in their stored form with verdicts of this release's vocabulary. */
  public List<Firing> firings(String stored) {
    return Snapshots.firings(stored, Vocabulary.of(set.facts()));
  }

  /**
   * Decides without recording; touches no database and may be called by many threads.
   *
   * @throws Undecided if a rule fails or the rules find no end
   */
  public Decision decide(long id, Instant at, Collection<?> facts) {
    check(facts);
    Decider decider = Decider.running();
    if (decider != null) {
      decider.begin(new Decider.Current(this, facts));
    }
    try {
      return new Decision(id, set.point(), hash, at, List.copyOf(facts), firings(facts));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw e instanceof Undecided undecided ? undecided : undecided(reason(e), e);
    } finally {
      if (decider != null) {
        decider.end();
      }
    }
  }

  private List<Firing> firings(Collection<?> facts) {
    KieSession session = sessions.newKieSession();
    try {
      Trace trace = new Trace(rows);
      session.addEventListener(trace.inserted);
      session.addEventListener(trace.fired);
      facts.forEach(session::insert);
      if (session.fireAllRules(FIRING_LIMIT) >= FIRING_LIMIT) {
        throw undecided(
            "they fired (%d) times on one subject: they call each other.".formatted(FIRING_LIMIT),
            null);
      }
      if (!trace.unfit.isEmpty()) {
        throw undecided("a verdict cannot be kept: " + trace.unfit, null);
      }
      return trace.firings;
    } finally {
      session.dispose();
      Reference.reachabilityFence(this);
    }
  }

  private void check(Collection<?> facts) {
    if (!joins.bear(facts)) {
      throw undecided(
          "they would join (%d) facts in too many combinations.".formatted(facts.size()), null);
    }
    for (Object fact : facts) {
      if (!known.contains(fact.getClass())) {
        throw undecided(
            "(%s) is no fact of theirs.".formatted(fact.getClass().getSimpleName()), null);
      }
    }
  }

  private Undecided undecided(String what, @Nullable Throwable cause) {
    return new Undecided(set.point(), hash, what, cause);
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return "a rule failed with (%s).".formatted(root);
  }

  /** Gives back what its engine holds, once nobody decides by it or keeps it any more. */
  private record Closing(KieContainerSessionsPool sessions, KieContainer container)
      implements Runnable {
    @Override
    public void run() {
      sessions.shutdown();
      container.dispose();
      CLOSED.increment();
    }
  }

  /** How many were closed since the start. */
  static long closed() {
    return CLOSED.sum();
  }

  /** Collects what fired and what it said, in order. */
  private static final class Trace {
    private final Map<String, Integer> rows;
    private final List<Firing> firings = new ArrayList<>();
    private final List<Verdict> said = new ArrayList<>();

    /** Why nobody can act on what was said; empty while all can. */
    private String unfit = "";

    Trace(Map<String, Integer> rows) {
      this.rows = rows;
    }

    private final DefaultRuleRuntimeEventListener inserted =
        new DefaultRuleRuntimeEventListener() {
          @Override
          public void objectInserted(ObjectInsertedEvent event) {
            if (event.getRule() != null && event.getObject() instanceof Verdict verdict) {
              unfit = unfit.isEmpty() ? VerdictValues.wrong(verdict) : unfit;
              said.add(verdict);
            }
          }
        };

    private final DefaultAgendaEventListener fired =
        new DefaultAgendaEventListener() {
          @Override
          public void afterMatchFired(AfterMatchFiredEvent event) {
            String rule = event.getMatch().getRule().getName();
            if (said.isEmpty()) {
              firings.add(new Firing(rule, null));
            }
            int row = rows.getOrDefault(rule, 0);
            said.forEach(verdict -> firings.add(new Firing(rule, verdict, row)));
            said.clear();
          }
        };
  }
}
