package dev.ordo.rules;

import dev.ordo.rules.RuleTables.Section;
import dev.ordo.rules.RuleTables.Section.Column;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * Compares the words and values of a table with the vocabulary, so that what is wrong is said at
 * its cell and not at a line nobody wrote.
 */
final class TableWords {
  /** A value a template asks for: which part of the cell, and what it has to be. */
  private record Slot(
      int part, boolean quoted, Class<?> type, @Nullable AnnotatedElement field, String name) {}

  private static final int MOST_FAULTS = 20;
  private static final Set<String> WORDS =
      Set.of("not", "in", "contains", "matches", "true", "false", "null", "this", "new", "insert");
  private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w*");
  private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.$])([a-z]\\w*)");
  private static final Pattern CONSTANT = Pattern.compile("\\b([A-Z]\\w*)\\.([A-Z][A-Z0-9_]*)\\b");
  private static final Pattern COMPARED =
      Pattern.compile(
          "([a-z]\\w*)(?:\\(\\))?\\s*(?:==|!=|<=|>=|<|>|contains)\\s*(\"?)(?:([A-Z]\\w*)\\.)?\\$(param|\\d+)");
  private static final Pattern VERDICT =
      Pattern.compile("new\\s+(\\w+)\\s*\\((.*)\\)\\s*\\)\\s*;?\\s*$");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final String file;
  private final Vocabulary vocabulary;
  private final Section section;
  private final List<RuleSetBroken.Fault> faults;

  private TableWords(
      String file, Vocabulary vocabulary, Section section, List<RuleSetBroken.Fault> faults) {
    this.file = file;
    this.vocabulary = vocabulary;
    this.section = section;
    this.faults = faults;
  }

  static void check(
      Sources sources, String file, List<List<String>> cells, List<Section> sections) {
    List<RuleSetBroken.Fault> faults = new ArrayList<>();
    Vocabulary vocabulary = Vocabulary.of(sources);
    String path = sources.point() + "/" + file;
    head(path, sources.point(), vocabulary, cells, faults);
    for (Section section : sections) {
      new TableWords(path, vocabulary, section, faults).all();
    }
    if (!faults.isEmpty()) {
      throw new RuleSetBroken(faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
    }
  }

  private static void head(
      String file,
      String point,
      Vocabulary vocabulary,
      List<List<String>> cells,
      List<RuleSetBroken.Fault> faults) {
    for (int row = 0; row < cells.size(); row++) {
      List<String> filled = cells.get(row).stream().filter(c -> !c.isBlank()).toList();
      String word = filled.isEmpty() ? "" : filled.getFirst().strip();
      String value = filled.size() > 1 ? filled.get(1).strip() : "";
      if (word.startsWith("RuleTable")) {
        return;
      }
      if (word.equals("RuleSet") && !value.equals("rules." + point)) {
        faults.add(
            fault(
                file,
                row,
                1,
                "(%s) must be (rules.%s): the table stands in its folder."
                    .formatted(value, point)));
      }
      if (word.equals("Import")) {
        for (String imported : value.split(",", -1)) {
          if (!vocabulary.covers(imported.strip())) {
            faults.add(
                fault(
                    file,
                    row,
                    1,
                    "The import (%s) is not allowed. Import (%s.*)."
                        .formatted(imported.strip(), vocabulary.factsPackage())));
          }
        }
      }
    }
  }

  private void all() {
    if (section.columns().stream().noneMatch(c -> c.type().equals("ACTION"))) {
      add(section.row(), 0, "has no ACTION column: its rows would say nothing. Add one.");
      return;
    }
    Map<Column, List<Slot>> slots = new HashMap<>();
    for (Column column : section.columns()) {
      switch (column.type()) {
        case "CONDITION" -> slots.put(column, condition(column));
        case "ACTION" -> slots.put(column, action(column));
        default -> {}
      }
    }
    rows(slots);
  }

  private List<Slot> condition(Column column) {
    String fact = column.fact().strip();
    if (fact.isEmpty()) {
      return List.of();
    }
    String name = lastType(fact);
    Class<?> type = vocabulary.types().get(name);
    if (type == null || vocabulary.isVerdict(name)) {
      add(
          section.row() + 2,
          column.index(),
          "(%s) names no fact. Facts are %s.%s"
              .formatted(fact, vocabulary.facts(), Near.hint(name, vocabulary.facts())));
      return List.of();
    }
    if (!fields(column, type)) {
      return List.of();
    }
    constants(column);
    List<Slot> slots = new ArrayList<>();
    Matcher compared = COMPARED.matcher(column.template());
    while (compared.find()) {
      slot(compared, type).ifPresent(slots::add);
    }
    return slots;
  }

  private static String lastType(String fact) {
    String last = fact.replace("...", "");
    Matcher type = TYPE.matcher(fact);
    while (type.find()) {
      last = type.group();
    }
    return last;
  }

  private boolean fields(Column column, Class<?> type) {
    String template = TEXTS.matcher(column.template()).replaceAll("");
    Matcher names = NAME.matcher(template);
    while (names.find()) {
      String name = names.group(1);
      if (!WORDS.contains(name) && !Vocabulary.names(type).contains(name)) {
        add(
            section.row() + 3,
            column.index(),
            "(%s) is no field of (%s), which has %s.%s"
                .formatted(
                    name,
                    type.getSimpleName(),
                    Vocabulary.names(type),
                    Near.hint(name, Vocabulary.names(type))));
        return false;
      }
    }
    return true;
  }

  private void constants(Column column) {
    Matcher constant = CONSTANT.matcher(TEXTS.matcher(column.template()).replaceAll(""));
    while (constant.find()) {
      Class<?> type = vocabulary.types().get(constant.group(1));
      if (type != null && type.isEnum() && !constantsOf(type).contains(constant.group(2))) {
        add(section.row() + 3, column.index(), noConstant(constant.group(2), type));
      }
    }
  }

  private static String noConstant(String value, Class<?> type) {
    Set<String> known = constantsOf(type);
    return "(%s) is no (%s), which is one of %s.%s"
        .formatted(value, type.getSimpleName(), known, Near.hint(value, known));
  }

  private static Set<String> constantsOf(Class<?> type) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(type.getEnumConstants()).forEach(c -> names.add(((Enum<?>) c).name()));
    return names;
  }

  private java.util.Optional<Slot> slot(Matcher compared, Class<?> type) {
    String field = compared.group(1);
    AnnotatedElement element = element(type, field);
    if (element == null) {
      return java.util.Optional.empty();
    }
    Class<?> of =
        element instanceof Method method
            ? method.getReturnType()
            : ((RecordComponent) element).getType();
    return java.util.Optional.of(
        new Slot(part(compared.group(4)), !compared.group(2).isEmpty(), of, element, field));
  }

  /** Part of the cell; all of it as 0. */
  private static int part(String placeholder) {
    return placeholder.equals("param") ? 0 : Integer.parseInt(placeholder);
  }

  private static @Nullable AnnotatedElement element(Class<?> type, String field) {
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        if (component.getName().equals(field)) {
          return component;
        }
      }
    }
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getName().equals(field) && m.getParameterCount() == 0)
        .findFirst()
        .orElse(null);
  }

  private List<Slot> action(Column column) {
    constants(column);
    Matcher verdict = VERDICT.matcher(column.template().strip());
    if (!verdict.find()) {
      return placeholders(column);
    }
    String name = verdict.group(1);
    if (!vocabulary.isVerdict(name)) {
      add(
          section.row() + 3,
          column.index(),
          "(%s) is no verdict. Verdicts are %s.%s"
              .formatted(name, vocabulary.verdicts(), Near.hint(name, vocabulary.verdicts())));
      return List.of();
    }
    RecordComponent[] components = vocabulary.type(name).getRecordComponents();
    List<Slot> slots = new ArrayList<>();
    List<String> arguments = arguments(verdict.group(2));
    for (int i = 0; i < arguments.size() && i < components.length; i++) {
      Matcher placeholder = TableCells.PLACEHOLDER.matcher(arguments.get(i));
      boolean plain = arguments.get(i).matches("\"?(?:[A-Z]\\w*\\.)?\\$(?:param|\\d+)B?\"?");
      while (placeholder.find()) {
        slots.add(
            new Slot(
                part(placeholder.group(1)),
                arguments.get(i).startsWith("\""),
                plain ? components[i].getType() : Object.class,
                components[i],
                components[i].getName()));
      }
    }
    return slots;
  }

  private static List<Slot> placeholders(Column column) {
    List<Slot> slots = new ArrayList<>();
    Matcher placeholder = TableCells.PLACEHOLDER.matcher(column.template());
    while (placeholder.find()) {
      slots.add(new Slot(part(placeholder.group(1)), false, Object.class, null, ""));
    }
    return slots;
  }

  private static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        arguments.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    return arguments;
  }

  private void rows(Map<Column, List<Slot>> slots) {
    Map<String, Integer> names = new HashMap<>();
    for (int row = section.firstRow(); row <= section.cells().size(); row++) {
      int at = row;
      if (section.cells().get(row - 1).stream().anyMatch(c -> c.startsWith("RuleTable"))) {
        return;
      }
      boolean filled = section.columns().stream().anyMatch(c -> !section.cell(at, c).isBlank());
      if (filled && faults.size() < MOST_FAULTS) {
        row(row, slots, names);
      }
    }
  }

  private void row(int row, Map<Column, List<Slot>> slots, Map<String, Integer> names) {
    boolean says = false;
    for (Column column : section.columns()) {
      String cell = section.cell(row, column).strip();
      says |= column.type().equals("ACTION") && !cell.isEmpty();
      if (column.type().equals("NAME") && !cell.isEmpty()) {
        Integer before = names.putIfAbsent(cell, row);
        if (before != null) {
          add(
              row,
              column.index(),
              "(%s) is the name of row %d already. Give each row its own.".formatted(cell, before));
        }
      } else if (!cell.isEmpty()) {
        values(row, column, cell, slots.getOrDefault(column, List.of()));
      }
    }
    if (!says) {
      Column action =
          section.columns().stream()
              .filter(c -> c.type().equals("ACTION"))
              .findFirst()
              .orElseThrow();
      add(row, action.index(), "is empty: the row would say nothing. Fill it, or clear the row.");
    }
  }

  private void values(int row, Column column, String cell, List<Slot> slots) {
    int asked = slots.stream().mapToInt(Slot::part).max().orElse(0);
    String[] parts = asked == 0 ? new String[] {cell} : cell.split(",", -1);
    if (asked > parts.length || (asked > 0 && parts.length > asked)) {
      add(
          row,
          column.index(),
          "(%s) holds %d values, the column asks for %d. Separate them by commas."
              .formatted(cell, parts.length, asked));
      return;
    }
    for (Slot slot : slots) {
      String value = parts[Math.max(0, slot.part() - 1)].strip();
      String wrong = wrong(slot, value);
      if (!wrong.isEmpty()) {
        add(row, column.index(), wrong);
      }
    }
  }

  private String wrong(Slot slot, String value) {
    Class<?> type = slot.type();
    if (type == boolean.class) {
      return Set.of("true", "false").contains(value)
          ? ""
          : "(%s) is neither true nor false, as (%s) is. Write true or false."
              .formatted(value, slot.name());
    }
    if (type == int.class || type == long.class || type == BigDecimal.class) {
      return number(slot, value);
    }
    if (type.isEnum()) {
      String constant = value.replaceFirst("^" + type.getSimpleName() + "\\.", "");
      return constantsOf(type).contains(constant) ? "" : noConstant(value, type);
    }
    return text(slot, value);
  }

  private static String number(Slot slot, String value) {
    if (!NUMBER.matcher(value).matches()) {
      String bare = value.replaceAll("[,，%\\s¥￥]", "");
      String hint = NUMBER.matcher(bare).matches() ? bare : "500";
      return "(%s) is no number, as (%s) is. Write digits only, such as %s."
          .formatted(value, slot.name(), hint);
    }
    if (slot.type() == BigDecimal.class) {
      return "";
    }
    BigDecimal number = new BigDecimal(value);
    BigDecimal most =
        BigDecimal.valueOf(slot.type() == int.class ? Integer.MAX_VALUE : Long.MAX_VALUE);
    if (number.stripTrailingZeros().scale() > 0 || value.contains(".")) {
      return "(%s) is no whole number, as (%s) is. Write it without a fraction."
          .formatted(value, slot.name());
    }
    return number.abs().compareTo(most) > 0
        ? "(%s) is more than (%s) can be. Write at most %s.".formatted(value, slot.name(), most)
        : "";
  }

  private static String text(Slot slot, String value) {
    Means means = slot.field() == null ? null : slot.field().getAnnotation(Means.class);
    if (means == null || means.values().length == 0 || !slot.quoted()) {
      return "";
    }
    List<String> known = Arrays.asList(means.values());
    return known.contains(value)
        ? ""
        : "(%s) is nothing (%s) can be, which is one of %s.%s"
            .formatted(value, slot.name(), known, Near.hint(value, known));
  }

  private void add(int sheetRow, int column, String what) {
    faults.add(fault(file, sheetRow - 1, column, what));
  }

  private static RuleSetBroken.Fault fault(String file, int row, int column, String what) {
    String place =
        "row %d, column %s".formatted(row + 1, CellReference.convertNumToColString(column));
    return new RuleSetBroken.Fault(file, place, what);
  }
}
