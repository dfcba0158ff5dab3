package dev.ordo.change;

import dev.ordo.address.Receiver;
import java.math.BigDecimal;

/** Something the buyer or a clerk wants different after the order arrived. */
public sealed interface Change {
  /** Makes the change happen once: the platform's number of it, or a token of the form. */
  String key();

  Kind kind();

  /** The columns of the change table. */
  enum Kind {
    CANCEL,
    REFUND,
    ADDRESS
  }

  /** Give up the whole order. */
  record CancelOrder(String key, String reason) implements Change {
    @Override
    public Kind kind() {
      return Kind.CANCEL;
    }
  }

  /**
   * Give up units, or only get money back.
   *
   * @param lineNo platform line number, empty for the whole order
   * @param qty units given up of the line; 0 for money only
   * @param amount money that goes back; with neither units nor money, or with all the money of the
   *     order, everything named is given up
   */
  record RefundUnits(String key, String lineNo, int qty, BigDecimal amount) implements Change {
    /** Neither units nor money are said: all of what it names. */
    boolean isOfAll() {
      return qty == 0 && amount.signum() == 0;
    }

    @Override
    public Kind kind() {
      return Kind.REFUND;
    }
  }

  /** Ship to somebody or somewhere else. */
  record ChangeAddress(String key, Receiver receiver) implements Change {
    @Override
    public Kind kind() {
      return Kind.ADDRESS;
    }
  }
}
