package dev.ordo.bench;

import dev.ordo.bench.BenchAnswer.Result;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.shared.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts scans against what belongs into a consignment; repeats of one scan count once. */
@Component
class ScanCheck {
  /** What scans brought about. */
  record Outcome(Tally tally, List<CheckRows.Scan> scans) {
    /** The answer to the last scan. */
    Result result() {
      return Result.valueOf(scans.getLast().result().name());
    }

    CheckRows.Scan last() {
      return scans.getLast();
    }
  }

  private final CheckRows rows;
  private final Goods goods;
  private final Ids ids;

  ScanCheck(CheckRows rows, Goods goods, Ids ids) {
    this.rows = rows;
    this.goods = goods;
    this.ids = ids;
  }

  Tally tally(Consignment consignment) {
    return tally(consignment, rows.scans(consignment.id()));
  }

  /** Counts scans in order; the caller has locked the check. */
  Outcome count(Consignment consignment, List<Scan> scans, String login) {
    List<CheckRows.Scan> known = rows.scans(consignment.id());
    Map<String, CheckRows.Scan> byKey = new HashMap<>();
    known.forEach(scan -> byKey.put(scan.key(), scan));
    Tally tally = tally(consignment, known);
    List<CheckRows.Scan> answers = new ArrayList<>();
    List<CheckRows.Scan> fresh = new ArrayList<>();
    for (Scan scan : scans) {
      String key = scan.key().isEmpty() ? Long.toString(ids.next()) : scan.key();
      CheckRows.Scan answer = byKey.get(key);
      if (answer == null) {
        answer = answer(key, scan, tally);
        tally = tally.with(answer.sku(), answer.qty());
        byKey.put(key, answer);
        fresh.add(answer);
      }
      answers.add(answer);
    }
    rows.add(consignment.id(), fresh, login);
    return new Outcome(tally, answers);
  }

  private CheckRows.Scan answer(String key, Scan scan, Tally tally) {
    String sku = goods.sku(scan.code(), tally.expected().keySet());
    return new CheckRows.Scan(key, sku, scan.qty(), tally.means(sku, scan.qty()));
  }

  private static Tally tally(Consignment consignment, List<CheckRows.Scan> scans) {
    Tally tally = new Tally(Goods.expected(consignment), Map.of());
    for (CheckRows.Scan scan : scans) {
      tally = tally.with(scan.sku(), scan.qty());
    }
    return tally;
  }
}
