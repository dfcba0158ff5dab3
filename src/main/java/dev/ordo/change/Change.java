package dev.ordo.change;

import dev.ordo.address.Receiver;
import dev.ordo.order.NewOrder;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something the buyer or a clerk wants different after the order arrived. */
public sealed interface Change {
  /** Makes the change happen once: the platform's number of it, or a token of the form. */
  String key();

  Kind kind();

  /** The columns of the change table. */
  enum Kind {
    CANCEL,
    REFUND,
    REFUND_WITHDRAWN,
    ADDRESS,
    CARRIER,
    VERSION,
    SHIPPED_ELSEWHERE
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

  /** The buyer takes a refund back that was carried out already. */
  record WithdrawRefund(String key, String refundNo) implements Change {
    @Override
    public Kind kind() {
      return Kind.REFUND_WITHDRAWN;
    }
  }

  /**
   * The shop says something else than before about lines, amounts, remarks, invoice or delivery.
   *
   * @param said what, in codes and figures, free of personal data
   * @param goods whether lines or money are among it
   * @param certain whether it is known what exactly changed
   */
  record NewVersion(String key, NewOrder newer, String said, boolean goods, boolean certain)
      implements Change {
    @Override
    public Kind kind() {
      return Kind.VERSION;
    }
  }

  /** The shop says that the goods left, and they did not leave from here. */
  record ShippedElsewhere(String key, String status) implements Change {
    @Override
    public Kind kind() {
      return Kind.SHIPPED_ELSEWHERE;
    }
  }

  /**
   * Ship with this carrier, or not with those.
   *
   * @param appointed code of a carrier, empty for free choice
   * @param excluded codes of carriers that must not have it
   */
  record ChooseCarrier(String key, String appointed, Set<String> excluded) implements Change {
    public ChooseCarrier {
      excluded = Set.copyOf(excluded);
    }

    @Override
    public Kind kind() {
      return Kind.CARRIER;
    }

    /** Codes as people note them: those ruled out with a minus. */
    String said() {
      return Stream.concat(
              Stream.of(appointed).filter(code -> !code.isEmpty()),
              excluded.stream().sorted().map(code -> "-" + code))
          .collect(Collectors.joining(" "));
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
