package dev.ordo.channel;

import dev.ordo.order.NewOrder;
import dev.ordo.shared.Refusal.Fault;
import dev.ordo.shared.Sha256;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an inbound payload turned out to be. */
sealed interface Reading {
  RawOrder raw();

  /** Canonical, and everything it names is known here. */
  record Fit(RawOrder raw, CanonicalOrder canonical, NewOrder order) implements Reading {}

  /** Not to be taken as it is. */
  record Misfit(RawOrder raw, String kind, String subject, List<Fault> faults) implements Reading {
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)].*");

    /** Faults of an order from a sheet say in which row to look. */
    public Misfit {
      faults = faults.stream().map(fault -> placed(fault, raw.rows())).toList();
    }

    private static Fault placed(Fault fault, List<Integer> rows) {
      if (rows.isEmpty()) {
        return fault;
      }
      Matcher line = LINE.matcher(fault.field());
      int at = line.matches() ? Math.min(Integer.parseInt(line.group(1)), rows.size() - 1) : 0;
      String field = "row %d, %s".formatted(rows.get(at), fault.field());
      return new Fault(field, fault.value(), fault.remedy());
    }

    /** What cannot be read has nothing but its content to be told apart by. */
    String key() {
      return kind.equals("UNREADABLE") ? Sha256.hex(raw.shop() + "\n" + raw.payload()) : subject;
    }
  }
}
