package dev.ordo.rules;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Review rules in any number, in the styles people write: as text, as tables, as joins. */
final class ManyRules {
  /** How the rules are written. */
  enum Style {
    /** Conditions on one fact each, compared with constants. */
    TEXT,
    /** Rows of a decision table. */
    TABLE,
    /** Two facts joined and a third one absent. */
    JOIN,
    /** Sums over lines and patterns, for experts. */
    SUM,
    /** A quarter of each. */
    MIXED
  }

  private static final String HEADER = "package rules.audit;\nimport dev.ordo.audit.facts.*;\n";

  private ManyRules() {}

  /** The files of the shipped review rules and as many generated ones. */
  static Sources besides(Sources shipped, Style style, int count, String seed) {
    Map<String, String> files = new TreeMap<>(shipped.files());
    files.putAll(only(style, count, seed).files());
    files.put("rule-set.yaml", shipped.files().getOrDefault("rule-set.yaml", ""));
    return new Sources(shipped.point(), files);
  }

  static Sources only(Style style, int count, String seed) {
    Map<String, String> files = new TreeMap<>();
    boolean expert = style == Style.SUM || style == Style.MIXED;
    put(
        files,
        "rule-set.yaml",
        "title: Many\ntitleZh: 多\nowner: OPS_MANAGER\nfacts: dev.ordo.audit.facts\n"
            + (expert ? "level: expert\n" : ""));
    if (style == Style.TABLE || style == Style.MIXED) {
      put(files, "many.csv", table(style == Style.MIXED ? count / 4 : count, seed));
    }
    if (style != Style.TABLE) {
      put(files, "many.drl", text(style, style == Style.MIXED ? count * 3 / 4 : count, seed));
    }
    return new Sources("audit", files);
  }

  private static String text(Style style, int count, String seed) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                rule(
                    style == Style.MIXED
                        ? Style.values()[i % 3 == 1 ? 2 : i % 3 == 2 ? 3 : 0]
                        : style,
                    i,
                    seed))
        .collect(Collectors.joining("", HEADER, ""));
  }

  private static String rule(Style style, int i, String seed) {
    return """
    rule "%s %s %d"
    when
      %s
    then
      insert( new Hold( "R%d", Owner.CLERK ) );
    end
    """
        .formatted(seed, style.name().toLowerCase(Locale.ROOT), i, condition(style, i), i);
  }

  private static String condition(Style style, int i) {
    return switch (style) {
      case JOIN ->
          """
          $o : AuditOrder( itemCount > %d, platform == "P%d" )
            LineFact( amount > $o.goodsAmount, sku == "SKU-%d" )
            not ClearedHold( code == "R%d" )\
          """
              .formatted(i % 7, i, i, i);
      case SUM ->
          i % 2 == 0
              ? "accumulate( LineFact( qty > %d, $a : amount ); $s : sum( $a ); $s > %d )"
                  .formatted(i % 5, 10_000 + i)
              : "LineFact( sku matches \"SKU-[X-Z]%d.*\" )".formatted(i);
      default ->
          switch (i % 4) {
            case 0 -> "AuditOrder( platform == \"P%d\", total > %dB )".formatted(i, 100 + i);
            case 1 -> "LineFact( sku == \"SKU-%d\", qty > %d )".formatted(i, i % 9);
            case 2 ->
                "AddressFact( detailLength > %d, phone == PhoneStatus.MISSING )".formatted(500 + i);
            default ->
                "AuditOrder( shop in ( \"S%d\", \"S%d\" ), discount > %dB )".formatted(i, i + 1, i);
          };
    };
  }

  private static String table(int rows, String seed) {
    StringBuilder table =
        new StringBuilder(
            """
            RuleSet,rules.audit,,,
            Import,dev.ordo.audit.facts.*,,,
            ,,,,
            RuleTable %s row,,,,
            CONDITION,CONDITION,CONDITION,CONDITION,ACTION
            $order : AuditOrder...,$order : AuditOrder...,$order : AuditOrder...,not ClearedHold,
            "platform == \""$param\""\",goodsAmount >= $paramB,goodsAmount < $paramB,"code == \""$param\""","insert( new Hold( \""$param\"", Owner.OPS_MANAGER, \""-\"" + $order.discountPercent() + \""%%\"" ) );"
            Platform,From,Below,Unless cleared,Hold
            """
                .formatted(seed));
    for (int i = 0; i < rows; i++) {
      table.append("P%d,%d,%d,R%d,R%d\n".formatted(i, 10 * i, 10 * i + 500, i, i));
    }
    return table.toString();
  }

  private static void put(Map<String, String> files, String name, String text) {
    files.put(name, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }
}
