package dev.ordo.bench;

import dev.ordo.console.Amounts;
import dev.ordo.console.Badge;
import dev.ordo.console.Cell;
import dev.ordo.console.PageSection;
import dev.ordo.console.Times;
import dev.ordo.console.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The boxes of a consignment, on its page: what is in them, what they cost and weigh. */
@Component
class PackingSection implements PageSection {
  private final PackingRows rows;
  private final CheckRows checks;
  private final Boxing boxing;
  private final Times times;
  private final Words words;

  PackingSection(PackingRows rows, CheckRows checks, Boxing boxing, Times times, Words words) {
    this.rows = rows;
    this.checks = checks;
    this.boxing = boxing;
    this.times = times;
    this.words = words;
  }

  @Override
  public String page() {
    return "consignment";
  }

  @Override
  public int position() {
    return 400;
  }

  @Override
  public Section section(long consignment, Locale locale) {
    String checked = checked(consignment, locale);
    return new Section(
        "bench.packing",
        List.of(
            "bench.box",
            "bench.contents",
            "bench.carton",
            "bench.filler",
            "bench.cost",
            "bench.expected",
            "bench.weight",
            "bench.check",
            "bench.by",
            "bench.at"),
        rows.of(consignment).stream().map(box -> cells(box, checked, locale)).toList());
  }

  private String checked(long consignment, Locale locale) {
    return checks
        .find(consignment)
        .map(check -> words.code("CHECK_" + check.outcome(), locale) + suffix(check.reason()))
        .orElse("");
  }

  private static String suffix(String reason) {
    return reason.isEmpty() ? "" : ": " + reason;
  }

  private List<Cell> cells(PackingRows.Packed packed, String checked, Locale locale) {
    PackedBox box = packed.box();
    return List.of(
        Cell.number(packed.seq()),
        Cell.text(contents(box.contents())),
        Cell.text(box.carton().isEmpty() ? words.of("bench.unboxed", locale) : box.carton()),
        Cell.text(box.filler().isEmpty() ? "" : box.filler() + " × " + box.fillerUnits()),
        Cell.number(Amounts.text(box.cartonCost().add(box.fillerCost()))),
        Cell.number(box.expectedG() + " g"),
        weight(packed),
        Cell.text(checked),
        Cell.text(words.actor(packed.packedBy(), locale)),
        Cell.text(times.text(packed.packedAt())));
  }

  private Cell weight(PackingRows.Packed packed) {
    return packed.weightG() == null
        ? Cell.text("")
        : Cell.badge(packed.weightG() + " g", boxing.right(packed) ? Badge.OK : Badge.BAD);
  }

  private static String contents(Map<String, Integer> contents) {
    return new TreeMap<>(contents)
        .entrySet().stream()
            .map(e -> e.getKey() + " × " + e.getValue())
            .collect(Collectors.joining(", "));
  }
}
