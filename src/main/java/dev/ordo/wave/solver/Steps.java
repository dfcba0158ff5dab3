package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/** Remembers how each state of a walk was reached, to tell the best walk afterwards. */
final class Steps {
  static final int VERTICAL = 0;
  static final int LINK = 1;
  static final int TOUCH = 2;
  static final int ACROSS = 3;

  /**
   * @param kind one of the constants
   * @param where the block of a vertical step, else the cross aisle
   * @param choice the way through a block or the number of copies of a link
   * @param state the state after the step
   */
  record Chosen(int kind, int aisle, int where, int choice, int state) {}

  private record Step(int kind, int aisle, int where, int[] from, int[] choice) {}

  private final int states;
  private final List<Step> steps = new ArrayList<>();
  private int end;

  Steps(int states) {
    this.states = states;
  }

  void begin(int kind, int aisle, int where) {
    steps.add(new Step(kind, aisle, where, new int[states], new int[states]));
  }

  void reach(int from, int to, int choice) {
    Step step = steps.getLast();
    step.from[to] = from;
    step.choice[to] = choice;
  }

  void end(int state) {
    end = state;
  }

  List<Chosen> chosen() {
    LinkedList<Chosen> chosen = new LinkedList<>();
    int state = end;
    for (Step step : steps.reversed()) {
      chosen.addFirst(new Chosen(step.kind, step.aisle, step.where, step.choice[state], state));
      state = step.from[state];
    }
    return chosen;
  }
}
