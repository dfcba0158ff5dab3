package dev.ordo.rulebook;

import dev.ordo.analysis.Analysis;
import dev.ordo.analysis.Finding;
import dev.ordo.rules.Release;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads the rules of a candidate for what is wrong with them, before anything is run. */
@Component
@Order(5)
class StaticGate implements Gate {
  @Override
  public String code() {
    return "STATIC";
  }

  @Override
  public Outcome check(Release candidate, DoubleConsumer progress) {
    List<Finding> findings = Analysis.of(candidate);
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
