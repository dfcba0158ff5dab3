package dev.ordo;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A decision table of any size. */
final class LargeTable {
  private LargeTable() {}

  static byte[] csv(int rows, int columns) {
    StringBuilder csv = new StringBuilder("RuleSet,rules.carrier\n");
    csv.append("Import,dev.ordo.carrier.facts.*\n\nRuleTable Large\n");
    line(csv, columns, "NAME", i -> i == columns - 1 ? "ACTION" : "CONDITION");
    line(csv, columns, "", i -> i == columns - 1 ? "" : "ConsignmentFact...");
    line(
        csv,
        columns,
        "",
        i ->
            i == columns - 1
                ? "\"insert( new PreferCarrier( \"\"$1\"\", \"\"$2\"\", $3 ) );\""
                : i % 2 == 0 ? "weightG >= $param" : "weightG < $param");
    line(csv, columns, "Sentence", i -> i == columns - 1 ? "Verdict" : "Grams " + i);
    for (int row = 0; row < rows; row++) {
      int at = row;
      line(
          csv,
          columns,
          "Row " + row,
          i -> i == columns - 1 ? "\"SF,LARGE,1\"" : "" + (at * (i % 2 == 0 ? 1 : 2) + i));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(
      StringBuilder csv, int columns, String first, java.util.function.IntFunction<String> cell) {
    csv.append(first)
        .append(',')
        .append(IntStream.range(1, columns).mapToObj(cell).collect(Collectors.joining(",")))
        .append('\n');
  }
}
