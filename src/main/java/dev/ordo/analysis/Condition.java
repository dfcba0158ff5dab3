package dev.ordo.analysis;

import java.util.List;

/** What a rule asks: facts, or groups of them. */
public sealed interface Condition {
  /** How the parts of a group count. */
  enum Kind {
    ALL,
    ANY,
    HAS_NOT,
    EXISTS
  }

  /**
   * A fact that is there.
   *
   * @param binding its variable, empty if it has none
   * @param bound variables bound to its fields, in the order of the text
   * @param tests all of them must hold
   */
  record Pattern(String type, String binding, List<Bound> bound, List<Test> tests)
      implements Condition {
    public Pattern {
      bound = List.copyOf(bound);
      tests = List.copyOf(tests);
    }
  }

  /** Facts together, one of several, none of a kind, or at least one of a kind. */
  record Group(Kind kind, List<Condition> parts) implements Condition {
    public Group {
      parts = List.copyOf(parts);
    }
  }

  /** What only an expert may write and this reading does not follow, such as accumulate. */
  record Opaque(String text) implements Condition {}

  /** A variable and the field it stands for. */
  record Bound(String variable, Term term) {}
}
