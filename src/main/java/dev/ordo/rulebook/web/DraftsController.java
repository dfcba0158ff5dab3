package dev.ordo.rulebook.web;

import dev.ordo.access.Actor;
import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.analysis.Difference;
import dev.ordo.console.Times;
import dev.ordo.rulebook.Draft;
import dev.ordo.rulebook.GateRun;
import dev.ordo.rulebook.Judgement;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rulebook.Status;
import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Sources;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one change: its files, what speaks against it, who answers for it. */
@Controller
@RequestMapping("/rules/{point}/drafts/{id}")
@PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'AUDITOR')")
class DraftsController {
  /** A file in the list of a draft. */
  record Entry(String name, Change change) {}

  /** How a file differs from what decides now. */
  enum Change {
    NONE,
    NEW,
    CHANGED,
    GONE
  }

  /** Both versions of a file. */
  record Pair(String name, String before, String after) {}

  private final Rules rules;
  private final Rulebook rulebook;
  private final People people;
  private final Times times;
  private final Links links;

  DraftsController(Rules rules, Rulebook rulebook, People people, Times times, Links links) {
    this.links = links;
    this.rules = rules;
    this.rulebook = rulebook;
    this.people = people;
    this.times = times;
  }

  @GetMapping
  String draft(
      @PathVariable String point,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String file,
      @RequestParam(defaultValue = "false") boolean text,
      Model model) {
    Draft draft = find(point, id);
    common(draft, model);
    Shown shown = Shown.of(draft.sources(), file);
    model.addAttribute("file", text ? new Shown(shown.name(), "text", shown.text()) : shown);
    model.addAttribute("overtaken", isOvertaken(draft));
    gates(draft, model);
    return "rulebook/draft";
  }

  /** Whether something came to decide after the change was begun. */
  private boolean isOvertaken(Draft draft) {
    return draft.status().isEditable()
        && !draft.author().equals("files")
        && !draft.base().equals(rules.active(draft.point()).hash());
  }

  /** The gates alone, asked for again while one runs. */
  @GetMapping("/gates")
  String gates(@PathVariable String point, @PathVariable String id, Model model) {
    Draft draft = find(point, id);
    common(draft, model);
    gates(draft, model);
    model.addAttribute("alone", true);
    return "rulebook/draft :: gates";
  }

  @GetMapping("/changes")
  String changes(@PathVariable String point, @PathVariable String id, Model model) {
    Draft draft = find(point, id);
    common(draft, model);
    Sources before = rules.active(point).sources();
    model.addAttribute("pairs", pairs(before, draft.sources()));
    model.addAttribute("meanings", meanings(before, draft.sources()));
    return "rulebook/changes";
  }

  @PostMapping("/remove")
  @PreAuthorize("hasRole('RULE_AUTHOR')")
  String remove(
      @PathVariable String point,
      @PathVariable String id,
      @RequestParam String file,
      @RequestParam int version) {
    rulebook.remove(find(point, id).id(), version, file, people.actor().login());
    return page(point, id);
  }

  @PostMapping("/check")
  @PreAuthorize("hasAnyRole('RULE_AUTHOR', 'RULE_APPROVER')")
  String check(@PathVariable String point, @PathVariable String id) {
    rulebook.check(find(point, id).id(), people.actor().login());
    return page(point, id) + "#gates";
  }

  @PostMapping("/approve")
  @PreAuthorize("hasRole('RULE_APPROVER')")
  String approve(
      @PathVariable String point,
      @PathVariable String id,
      @RequestParam String hash,
      @RequestParam String why) {
    rulebook.approve(find(point, id).id(), hash, people.actor().login(), why);
    return page(point, id) + "#gates";
  }

  @PostMapping("/refuse")
  @PreAuthorize("hasRole('RULE_APPROVER')")
  String refuse(
      @PathVariable String point,
      @PathVariable String id,
      @RequestParam String hash,
      @RequestParam String why) {
    rulebook.refuse(find(point, id).id(), hash, people.actor().login(), why);
    return page(point, id) + "#gates";
  }

  @PostMapping("/activate")
  @PreAuthorize("hasRole('RULE_APPROVER')")
  String activate(
      @PathVariable String point,
      @PathVariable String id,
      @RequestParam String hash,
      @RequestParam String why,
      @RequestParam(defaultValue = "") String at) {
    rulebook.activate(point, hash, people.actor().login(), why, at(at));
    return at.isBlank() ? "redirect:/rules/" + point : page(point, id) + "#gates";
  }

  private Optional<Instant> at(String local) {
    if (local.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(local).atZone(times.zone()).toInstant());
    } catch (DateTimeException e) {
      throw new Refusal("at", local, "Give a time such as 2026-01-31T08:00.");
    }
  }

  private Draft find(String point, String id) {
    Draft draft = rulebook.draft(Ids.parse(id));
    if (!draft.point().equals(point)) {
      throw new Refusal("draft", id, "There is no such draft.");
    }
    return draft;
  }

  private static String page(String point, String id) {
    return "redirect:/rules/%s/drafts/%s".formatted(point, id);
  }

  private void common(Draft draft, Model model) {
    Actor actor = people.actor();
    model.addAttribute("draft", draft);
    model.addAttribute("id", Ids.text(draft.id()));
    model.addAttribute("point", rules.point(draft.point()));
    model.addAttribute("entries", entries(rules.active(draft.point()).sources(), draft.sources()));
    model.addAttribute("links", links.ofDraft(draft.point(), Ids.text(draft.id())));
    model.addAttribute("editable", draft.status().isEditable() && actor.may(Role.RULE_AUTHOR));
    boolean own = rulebook.wrote(draft.id(), actor.login());
    model.addAttribute("own", own);
    model.addAttribute("refusable", !own && Status.MOVES.allowed(draft.status(), Status.REFUSED));
  }

  private void gates(Draft draft, Model model) {
    List<GateRun> runs = rulebook.gates(draft.point(), draft.hash());
    model.addAttribute("runs", runs);
    model.addAttribute(
        "running", runs.stream().anyMatch(run -> run.state() == GateRun.State.RUNNING));
    model.addAttribute("missing", rulebook.missingGates(draft.point(), draft.hash()));
    List<Judgement> judgements = rulebook.judgements(draft.id());
    model.addAttribute("judgements", judgements);
    model.addAttribute(
        "approved", judgements.stream().anyMatch(said -> said.granted() && !said.voided()));
    model.addAttribute("policy", rulebook.policy(draft.point()));
    model.addAttribute(
        "scheduled",
        rulebook.scheduled(draft.point()).stream()
            .filter(wish -> wish.hash().equals(draft.hash()))
            .toList());
  }

  private static List<Entry> entries(Sources before, Sources after) {
    TreeSet<String> names = new TreeSet<>(before.files().keySet());
    names.addAll(after.files().keySet());
    return names.stream().map(name -> new Entry(name, change(before, after, name))).toList();
  }

  private static Change change(Sources before, Sources after, String name) {
    String old = before.files().get(name);
    String now = after.files().get(name);
    if (old == null) {
      return Change.NEW;
    }
    return now == null ? Change.GONE : now.equals(old) ? Change.NONE : Change.CHANGED;
  }

  /** What changed by meaning; nothing while the files are broken. */
  private static List<Difference.Change> meanings(Sources before, Sources after) {
    try {
      return Difference.between(before, after);
    } catch (RuleSetBroken e) {
      return List.of();
    }
  }

  private static List<Pair> pairs(Sources before, Sources after) {
    List<Pair> pairs = new ArrayList<>();
    for (Entry entry : entries(before, after)) {
      if (entry.change() != Change.NONE) {
        pairs.add(
            new Pair(
                entry.name(), Shown.text(before, entry.name()), Shown.text(after, entry.name())));
      }
    }
    return pairs;
  }
}
