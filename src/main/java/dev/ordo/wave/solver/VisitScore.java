package dev.ordo.wave.solver;

import org.optaplanner.core.api.score.buildin.simplelong.SimpleLongScore;
import org.optaplanner.core.api.score.calculator.EasyScoreCalculator;

/** Scores the order of visits by the units walked. */
public class VisitScore implements EasyScoreCalculator<VisitPlan, SimpleLongScore> {
  @Override
  public SimpleLongScore calculateScore(VisitPlan plan) {
    return SimpleLongScore.of(-plan.walked());
  }
}
