package dev.ordo.rulebook;

import dev.ordo.analysis.Analysis;
import dev.ordo.analysis.Finding;
import dev.ordo.rules.KnownNames;
import dev.ordo.rules.Release;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads the rules of a candidate for what is wrong with them, before anything is run. */
@Component
@Order(5)
class StaticGate implements Gate {
  private final ObjectProvider<KnownNames> names;

  StaticGate(ObjectProvider<KnownNames> names) {
    this.names = names;
  }

  @Override
  public String code() {
    return "STATIC";
  }

  private Map<String, Set<String>> known() {
    Map<String, Set<String>> known = new HashMap<>();
    names.orderedStream().forEach(some -> known.putAll(some.names()));
    return known;
  }

  @Override
  public Outcome check(Release candidate, DoubleConsumer progress) {
    List<Finding> findings = new ArrayList<>(Analysis.of(candidate));
    findings.addAll(Analysis.unknown(candidate.sources(), known()));
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
