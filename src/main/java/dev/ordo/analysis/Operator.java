package dev.ordo.analysis;

/** How a rule compares. */
public enum Operator {
  EQUAL("="),
  NOT_EQUAL("≠"),
  LESS("<"),
  AT_MOST("≤"),
  MORE(">"),
  AT_LEAST("≥"),
  IN("in"),
  NOT_IN("not in"),
  CONTAINS("contains"),
  NOT_CONTAINS("does not contain"),
  MATCHES("matches"),
  NOT_MATCHES("does not match");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  /** As people write it. */
  public String sign() {
    return sign;
  }

  /** What holds exactly when this does not. */
  public Operator negated() {
    return switch (this) {
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      case LESS -> AT_LEAST;
      case AT_MOST -> MORE;
      case MORE -> AT_MOST;
      case AT_LEAST -> LESS;
      case IN -> NOT_IN;
      case NOT_IN -> IN;
      case CONTAINS -> NOT_CONTAINS;
      case NOT_CONTAINS -> CONTAINS;
      case MATCHES -> NOT_MATCHES;
      case NOT_MATCHES -> MATCHES;
    };
  }

  /** What holds when the sides change places. */
  Operator mirrored() {
    return switch (this) {
      case LESS -> MORE;
      case AT_MOST -> AT_LEAST;
      case MORE -> LESS;
      case AT_LEAST -> AT_MOST;
      default -> this;
    };
  }

  /** Whether it orders numbers or moments. */
  public boolean isOrder() {
    return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
  }

  /** Whether it looks into a text. */
  boolean isOfText() {
    return this == CONTAINS || this == NOT_CONTAINS || this == MATCHES || this == NOT_MATCHES;
  }
}
