package dev.ordo.rulebook.web;

import dev.ordo.access.People;
import dev.ordo.rulebook.Draft;
import dev.ordo.rulebook.GateRun;
import dev.ordo.rulebook.Judgement;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rulebook.Status;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of rules for other systems: what waits, what speaks against it, and a word on it. */
@RestController
@RequestMapping("/api/rules/{point}/drafts")
@PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'AUDITOR')")
class DraftsApi {
  /** A draft in a list; whoever judges it names the hash they looked at. */
  record Brief(
      String id,
      String point,
      String title,
      String author,
      Status status,
      String hash,
      int version,
      Instant updatedAt) {}

  /** A draft with all that was found and said about it. */
  record Full(Brief draft, Set<String> missing, List<GateRun> gates, List<Judgement> judgements) {}

  /** A word on the content with this hash. */
  record Word(@Nullable String hash, @Nullable String why) {}

  private final Rulebook rulebook;
  private final People people;

  DraftsApi(Rulebook rulebook, People people) {
    this.rulebook = rulebook;
    this.people = people;
  }

  @GetMapping
  List<Brief> drafts(@PathVariable String point) {
    return rulebook.drafts(point).stream().map(DraftsApi::brief).toList();
  }

  @GetMapping("/{id}")
  Full draft(@PathVariable String point, @PathVariable String id) {
    Draft draft = find(point, id);
    return new Full(
        brief(draft),
        rulebook.missingGates(point, draft.hash()),
        rulebook.gates(point, draft.hash()),
        rulebook.judgements(draft.id()));
  }

  @PostMapping("/{id}/approve")
  @PreAuthorize("hasRole('RULE_APPROVER')")
  Brief approve(@PathVariable String point, @PathVariable String id, @RequestBody Word word) {
    long draft = find(point, id).id();
    rulebook.approve(draft, text(word.hash()), people.actor().login(), text(word.why()));
    return brief(rulebook.draft(draft));
  }

  @PostMapping("/{id}/refuse")
  @PreAuthorize("hasRole('RULE_APPROVER')")
  Brief refuse(@PathVariable String point, @PathVariable String id, @RequestBody Word word) {
    long draft = find(point, id).id();
    rulebook.refuse(draft, text(word.hash()), people.actor().login(), text(word.why()));
    return brief(rulebook.draft(draft));
  }

  private Draft find(String point, String id) {
    Draft draft = rulebook.draft(Ids.parse(id));
    if (!draft.point().equals(point)) {
      throw new Refusal("draft", id, "There is no such draft.");
    }
    return draft;
  }

  private static Brief brief(Draft draft) {
    return new Brief(
        Ids.text(draft.id()),
        draft.point(),
        draft.title(),
        draft.author(),
        draft.status(),
        draft.hash(),
        draft.version(),
        draft.updatedAt());
  }

  private static String text(@Nullable String said) {
    return Objects.requireNonNullElse(said, "").strip();
  }
}
