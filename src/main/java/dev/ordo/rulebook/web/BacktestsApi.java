package dev.ordo.rulebook.web;

import dev.ordo.access.People;
import dev.ordo.rulebook.Backtest;
import dev.ordo.rulebook.Backtests;
import dev.ordo.rulebook.Comparison;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rulebook.Span;
import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Sources;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What rules that live elsewhere would have done to our past decisions, for other systems. */
@RestController
@RequestMapping("/api/rules/{point}/backtests")
@PreAuthorize(
    "hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'INTEGRATION')")
class BacktestsApi {
  private static final int USUALLY = 100_000;

  /**
   * Rules to try.
   *
   * @param files content in base 64 by file name, as in {@code rules/<point>/}
   * @param newest at most so many decisions, the newest; 100,000 where it is left out
   */
  record Wanted(@Nullable Map<String, String> files, @Nullable Integer newest) {}

  /** How far a run is; the result comes with the state DONE. */
  record Run(
      String id,
      String point,
      Backtest.State state,
      int percent,
      long done,
      String fault,
      @Nullable Comparison result) {
    static Run of(Backtest run) {
      return new Run(
          Ids.text(run.id()),
          run.point(),
          run.state(),
          run.percent(),
          run.done(),
          run.fault(),
          run.result());
    }
  }

  private final Backtests backtests;
  private final Rulebook rulebook;
  private final Rules rules;
  private final People people;

  BacktestsApi(Backtests backtests, Rulebook rulebook, Rules rules, People people) {
    this.backtests = backtests;
    this.rulebook = rulebook;
    this.rules = rules;
    this.people = people;
  }

  /** Begins a run; nothing of the files is kept. */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Run start(@PathVariable String point, @RequestBody Wanted wanted) {
    rules.point(point);
    Sources sources = new Sources(point, files(wanted));
    int newest = wanted.newest() == null ? USUALLY : wanted.newest();
    try {
      long run =
          backtests.start(rulebook.compiled(sources), Span.newest(newest), people.actor().login());
      return Run.of(backtests.backtest(run));
    } catch (RuleSetBroken e) {
      throw new Refusal(
          e.faults().stream()
              .map(f -> new Refusal.Fault("files." + f.file(), f.place(), f.what()))
              .toList());
    }
  }

  private static Map<String, String> files(Wanted wanted) {
    Map<String, String> files = wanted.files();
    if (files == null || files.isEmpty()) {
      throw new Refusal("files", "none", "Send the files of the decision point in base 64.");
    }
    files.forEach(
        (name, content) -> {
          try {
            Base64.getDecoder().decode(content);
          } catch (IllegalArgumentException e) {
            throw new Refusal("files." + name, "no base 64", "Encode the file's bytes in base 64.");
          }
        });
    return files;
  }

  /** How far a run is, and its result once it is done. */
  @GetMapping("/{run}")
  Run progress(@PathVariable String point, @PathVariable String run) {
    Backtest found = backtests.backtest(Ids.parse(run));
    if (!found.point().equals(point)) {
      throw new Refusal("run", run, "There is no such run of this point.");
    }
    return Run.of(found);
  }
}
