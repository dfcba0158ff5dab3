package dev.ordo.rulebook;

import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.rulebook.GateRows.Job;
import dev.ordo.rules.Engine;
import dev.ordo.rules.Release;
import dev.ordo.rules.RuleSet;
import dev.ordo.rules.RuleSetBroken.Fault;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Sources;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to changing rules: drafts, gates, approval, activation and the way back. */
@Service
public class Rulebook {
  private static final Pattern FILE =
      Pattern.compile(
          "rule-set\\.yaml|[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,80}\\.(drl|csv|xlsx)"
              + "|examples/[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,80}\\.yaml");
  private static final int LARGEST_FILE = 5_000_000;
  private static final int MOST_FILES = 200;

  private static final Duration ONE_DAY = Duration.ofDays(1);
  private static final Duration FARTHEST = Duration.ofDays(366);

  private final Rules rules;
  private final DraftRows drafts;
  private final PolicyRows policies;
  private final Gates gates;
  private final TrialRows trials;
  private final Activations activations;
  private final Schedules schedules;
  private final Tasks tasks;
  private final People people;
  private final BusinessClock clock;

  Rulebook(
      Rules rules,
      DraftRows drafts,
      PolicyRows policies,
      Gates gates,
      TrialRows trials,
      Activations activations,
      Schedules schedules,
      Tasks tasks,
      People people,
      BusinessClock clock) {
    this.rules = rules;
    this.drafts = drafts;
    this.policies = policies;
    this.gates = gates;
    this.trials = trials;
    this.activations = activations;
    this.schedules = schedules;
    this.tasks = tasks;
    this.people = people;
    this.clock = clock;
  }

  /** The newest drafts of a point, newest first, those that became active too. */
  public List<Draft> drafts(String point) {
    rules.point(point);
    return drafts.of(point);
  }

  public Draft draft(long id) {
    return drafts.find(id).orElseThrow(() -> new Refusal("draft", id, "There is no such draft."));
  }

  /** Begins with a copy of the files that decide now. */
  @Transactional
  public Draft start(String point, String title, String author) {
    if (title.isBlank() || title.length() > 200) {
      throw new Refusal("title", title, "Say in 1 to 200 characters what shall change.");
    }
    rules.point(point);
    Release active = rules.active(point);
    long id = drafts.insert(title, author, active.hash(), active.sources());
    did("RULES_DRAFTED", id, point + ": " + title);
    return draft(id);
  }

  /**
   * Puts a file in place; approvals are void then.
   *
   * @param version the version the author saw
   * @param file name below {@code rules/<point>/}
   */
  @Transactional
  public Draft save(long id, int version, String file, byte[] content, String author) {
    if (!FILE.matcher(file).matches()) {
      throw new Refusal(
          "file", file, "Name it *.drl, *.csv, *.xlsx, examples/*.yaml or rule-set.yaml.");
    }
    if (content.length > LARGEST_FILE) {
      throw new Refusal(
          "content", content.length + " bytes", "A file has at most 5,000,000 bytes.");
    }
    if (!file.endsWith(".xlsx") && !isText(content)) {
      throw new Refusal("content", file, "It is not written in UTF-8: save it as (CSV UTF-8).");
    }
    return edit(id, version, file, author, sources -> sources.with(file, content));
  }

  /** Excel writes the country's own letters where nobody tells it otherwise. */
  private static boolean isText(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Takes a file away; approvals are void then. */
  @Transactional
  public Draft remove(long id, int version, String file, String author) {
    return edit(id, version, file, author, sources -> sources.without(file));
  }

  private Draft edit(
      long id, int version, String file, String author, Function<Sources, Sources> change) {
    Draft seen = draft(id);
    if (!seen.status().isEditable()) {
      throw new Refusal("draft", seen.status(), "It is history: begin a new draft.");
    }
    Sources sources = change.apply(seen.sources());
    refuseBeyond(sources);
    if (sources.files().size() > MOST_FILES) {
      throw new Refusal("file", file, "A decision point has at most 200 files.");
    }
    if (seen.version() != version || !drafts.edit(seen, sources, file, author)) {
      throw new Refusal("version", version, "Somebody changed it meanwhile: load it again.");
    }
    trials.stop(seen.point(), seen.hash(), "edited");
    did("RULES_EDITED", id, seen.point() + "/" + file);
    return draft(id);
  }

  /** Rule authors keep to the vocabulary; what cannot be read is told by the gates. */
  private void refuseBeyond(Sources sources) {
    if (sources.isExpert() && !people.actor().may(Role.RULE_EXPERT)) {
      throw new Refusal(
          "level", "expert", "Only who has the role RULE_EXPERT may write such rules.");
    }
  }

  /**
   * Compiles files for a trial; stores nothing.
   *
   * @throws dev.ordo.rules.RuleSetBroken if guard or compiler refuse them
   */
  public Release compiled(Sources sources) {
    refuseBeyond(sources);
    return Engine.compile(sources);
  }

  /** What is wrong with some files, by guard, compiler and shape; stores nothing. */
  public List<Fault> faults(Sources sources) {
    return gates.faults(sources);
  }

  /** Runs all gates in the background. */
  public void check(long draft, String actor) {
    Draft seen = draft(draft);
    gates.check(new Job(seen.point(), seen.hash()), gates.codes());
    did("RULES_CHECKED", draft, seen.point() + " " + brief(seen.hash()));
  }

  /** All gates of a content, in order. */
  public List<GateRun> gates(String point, String hash) {
    return gates.of(point, hash);
  }

  /** Codes of the gates the policy asks for that are not green yet. */
  public Set<String> missingGates(String point, String hash) {
    return activations.missingGates(point, hash);
  }

  /** Another person answers for this very content. */
  @Transactional
  public void approve(long draft, String hash, String actor, String why) {
    Draft seen = draft(draft);
    if (why.isBlank()) {
      throw new Refusal("why", why, "Say in a word why it may decide.");
    }
    Set<String> missing = activations.missingToApprove(seen.point(), hash);
    if (!missing.isEmpty()) {
      throw new Refusal("gates", missing, "These gates must be green first: run the checks.");
    }
    if (!drafts.move(draft, hash, Status.APPROVED)) {
      throw new Refusal(
          "hash", brief(hash), "It was changed, approved or not checked yet: look at it again.");
    }
    if (drafts.wrote(draft, actor) && !mayApproveOwn(seen.point(), hash)) {
      throw new Refusal(
          "approver", actor, "Whoever wrote it cannot approve it: ask another person.");
    }
    drafts.judge(draft, hash, true, actor, cut(why));
    did("RULES_APPROVED", draft, "%s %s: %s".formatted(seen.point(), brief(hash), why));
  }

  /** Another person says no to this very content; an approval before is void, its trial ends. */
  @Transactional
  public void refuse(long draft, String hash, String actor, String why) {
    Draft seen = draft(draft);
    if (why.isBlank()) {
      throw new Refusal("why", why, "Say what the author shall change.");
    }
    if (drafts.wrote(draft, actor)) {
      throw new Refusal("approver", actor, "Whoever wrote it cannot refuse it: edit it instead.");
    }
    if (!drafts.move(draft, hash, Status.REFUSED)) {
      throw new Refusal(
          "hash", brief(hash), "It was changed, refused or not checked yet: look at it again.");
    }
    drafts.judge(draft, hash, false, actor, cut(why));
    trials.stop(seen.point(), hash, "refused");
    tell(seen, actor, cut(why));
    did("RULES_REFUSED", draft, "%s %s: %s".formatted(seen.point(), brief(hash), why));
  }

  private void tell(Draft refused, String actor, String why) {
    tasks.open(
        new NewTask(
            "RULES_REFUSED",
            "RULE_DRAFT",
            refused.id(),
            "rules-refused:" + refused.id() + ":" + refused.version(),
            refused.sources().isExpert() ? Role.RULE_EXPERT : Role.RULE_AUTHOR,
            "rulebook.task.no",
            List.of(refused.author(), refused.point(), refused.title(), actor, why),
            clock.now().plus(ONE_DAY)));
  }

  /** What people said about a draft, newest first. */
  public List<Judgement> judgements(long draft) {
    return drafts.judgements(draft);
  }

  /** Whether this person wrote any of it. */
  public boolean wrote(long draft, String login) {
    return drafts.wrote(draft, login);
  }

  private boolean mayApproveOwn(String point, String hash) {
    return policies.of(point).selfApproval()
        && rules.release(point, hash).set().level() == RuleSet.Level.AUTHOR;
  }

  /**
   * Lets a release decide as soon as its policy is content, or at a business time to come.
   *
   * @param at business time; without one it decides at once
   */
  public void activate(String point, String hash, String actor, String why, Optional<Instant> at) {
    if (at.isPresent() && at.get().isAfter(clock.now().plus(FARTHEST))) {
      throw new Refusal("at", at.get(), "Give a time within a year from now.");
    }
    if (at.isPresent() && at.get().isAfter(clock.now())) {
      activations.refuseUnready(point, hash);
      schedules.add(point, hash, actor, cut(why), at.get());
      did("RULES_SCHEDULED", 0, "%s %s at %s: %s".formatted(point, brief(hash), at.get(), why));
    } else {
      activations.now(point, hash, actor, cut(why));
      did("RULES_ACTIVATED", 0, "%s %s: %s".formatted(point, brief(hash), why));
    }
  }

  /** Activations of a point that are still to come. */
  public List<ScheduledActivation> scheduled(String point) {
    return schedules.waiting(point);
  }

  /** Back to a release that decided before. */
  public void rollback(String point, String hash, String actor, String why) {
    activations.back(point, hash, actor, cut(why));
    did("RULES_ROLLED_BACK", 0, "%s to %s: %s".formatted(point, brief(hash), why));
  }

  public GatePolicy policy(String point) {
    return policies.of(point);
  }

  @Transactional
  public void policy(GatePolicy policy, String actor) {
    rules.point(policy.point());
    GatePolicy before = policies.of(policy.point());
    policies.put(policy);
    did("RULES_POLICY", 0, before + " -> " + policy);
  }

  private void did(String action, long draft, String detail) {
    people.did(action, "RULE_DRAFT", draft, detail);
  }

  private static String brief(String hash) {
    return hash.length() > 12 ? hash.substring(0, 12) : hash;
  }

  private static String cut(String why) {
    return why.length() > 500 ? why.substring(0, 500) : why;
  }
}
