package dev.ordo.rulebook;

import dev.ordo.analysis.Analysis;
import dev.ordo.analysis.Finding;
import dev.ordo.rules.KnownNames;
import dev.ordo.rules.Release;
import dev.ordo.rules.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads the rules of a candidate for what is wrong with them, before anything is run. */
@Component
@Order(5)
class StaticGate implements Gate {
  private final Rules rules;
  private final ObjectProvider<KnownNames> names;

  StaticGate(Rules rules, ObjectProvider<KnownNames> names) {
    this.rules = rules;
    this.names = names;
  }

  @Override
  public String code() {
    return "STATIC";
  }

  /** What decides already speaks of carriers a company may take on later; only new names count. */
  private List<Finding> newNames(Release candidate) {
    Map<String, Set<String>> known = known();
    Set<String> said =
        Analysis.unknown(rules.active(candidate.set().point()).sources(), known).stream()
            .map(Finding::what)
            .collect(Collectors.toSet());
    return Analysis.unknown(candidate.sources(), known).stream()
        .filter(finding -> !said.contains(finding.what()))
        .toList();
  }

  private Map<String, Set<String>> known() {
    Map<String, Set<String>> known = new HashMap<>();
    names.orderedStream().forEach(some -> known.putAll(some.names()));
    return known;
  }

  @Override
  public Outcome check(Release candidate, DoubleConsumer progress) {
    List<Finding> findings = new ArrayList<>(Analysis.of(candidate));
    findings.addAll(newNames(candidate));
    long errors = findings.stream().filter(finding -> finding.code().isError()).count();
    progress.accept(1);
    return new Outcome(
        errors == 0,
        "%d errors, %d warnings in %d rules"
            .formatted(errors, findings.size() - errors, candidate.rules().size()),
        findings.stream()
            .sorted(Comparator.comparing(finding -> !finding.code().isError()))
            .map(Finding::fault)
            .toList());
  }
}
