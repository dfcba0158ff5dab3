package dev.ordo.trail.web;

import dev.ordo.console.PrintFonts;
import dev.ordo.console.Times;
import dev.ordo.console.Words;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.trail.Anchor;
import dev.ordo.trail.Query;
import dev.ordo.trail.Told;
import dev.ordo.trail.Trail;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes found decisions down, newest first. Facts hold no personal data; a phone number somebody
 * wrote into a reason is masked all the same.
 */
@Component
class Exports {
  private static final int MOST = 1_000_000;

  /** More pages than anybody reads. */
  private static final int MOST_PRINTED = 2_000;

  private static final Pattern PHONE =
      Pattern.compile("(?<![0-9])(1[3-9]\\d)\\d{4}(\\d{4})(?![0-9])");

  private final Trail trail;
  private final Sayings sayings;
  private final Words words;
  private final Times times;
  private final BusinessClock clock;
  private final JsonMapper json;

  Exports(
      Trail trail,
      Sayings sayings,
      Words words,
      Times times,
      BusinessClock clock,
      JsonMapper json) {
    this.trail = trail;
    this.sayings = sayings;
    this.words = words;
    this.times = times;
    this.clock = clock;
    this.json = json;
  }

  void csv(Query query, PrintWriter out) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
    csv.printRecord("id", "at", "point", "release", "about", "rules", "verdicts", "hash");
    trail.each(query, MOST, page -> page.forEach(decision -> row(csv, decision)));
    csv.flush();
  }

  private static void row(CSVPrinter csv, StoredDecision d) {
    List<Told> told = Told.of(d);
    try {
      csv.printRecord(
          Ids.text(d.id()),
          d.at(),
          d.point(),
          d.release(),
          about(d),
          safe(told.stream().map(Told::rule).collect(Collectors.joining("; "))),
          safe(
              told.stream()
                  .map(t -> (t.code() + " " + t.about()).strip())
                  .collect(Collectors.joining("; "))),
          d.hash());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A cell no spreadsheet takes for a formula. */
  private static String safe(String text) {
    String masked = masked(text);
    return masked.matches("[=+@-].*") ? "'" + masked : masked;
  }

  private static String about(StoredDecision d) {
    return d.subjects().stream()
        .map(s -> s.kind() + " " + Ids.text(s.id()))
        .collect(Collectors.joining("; "));
  }

  void lines(Query query, PrintWriter out) {
    trail.each(query, MOST, page -> page.forEach(d -> out.append(line(d)).append('\n')));
    out.flush();
  }

  void json(Query query, PrintWriter out) {
    StringBuilder comma = new StringBuilder();
    out.append('[');
    trail.each(
        query,
        MOST,
        page ->
            page.forEach(
                d -> {
                  out.append(comma).append('\n').append(line(d));
                  comma.setLength(0);
                  comma.append(',');
                }));
    out.append("\n]\n");
    out.flush();
  }

  /** Facts and firings stand as they were stored, so that the hash can be computed again. */
  private String line(StoredDecision d) {
    return "{\"point\":%s,\"id\":%s,\"at\":%s,\"release\":%s,\"about\":%s,\"hash\":%s,\"facts\":%s,\"firings\":%s}"
        .formatted(
            quoted(d.point()),
            quoted(Long.toString(d.id())),
            quoted(d.at().toString()),
            quoted(d.release()),
            quoted(d.subjectsText()),
            quoted(d.hash()),
            masked(d.factsJson()),
            masked(d.firingsJson()));
  }

  private String quoted(String text) {
    return json.writeValueAsString(text);
  }

  private static String masked(String text) {
    return PHONE.matcher(text).replaceAll("$1****$2");
  }

  void pdf(Query query, List<Anchor> anchors, String person, Locale locale, OutputStream out)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      Sheets sheets = new Sheets(document, new PrintFonts(document, FontName.HELVETICA));
      sheets.line(words.of("trail.title", locale), 14);
      sheets.line(
          words.of("trail.pdf.head", locale, times.exact(clock.now()), words.actor(person, locale)),
          8);
      if (!anchors.isEmpty()) {
        Anchor last = anchors.getLast();
        sheets.line(words.of("trail.pdf.anchor", locale, last.day().toString()), 8);
        sheets.line(last.hash(), 8);
      }
      sheets.gap();
      List<StoredDecision> found = new ArrayList<>();
      trail.each(query, MOST_PRINTED, found::addAll);
      for (StoredDecision decision : found) {
        print(sheets, decision, locale);
      }
      sheets.close();
      document.save(out);
    }
  }

  private void print(Sheets sheets, StoredDecision d, Locale locale) throws IOException {
    sheets.keep(5);
    sheets.line(
        times.exact(d.at()) + "  " + words.code(d.point(), locale) + "  " + Ids.text(d.id()), 10);
    String about =
        d.subjects().stream()
            .map(s -> words.code(s.kind(), locale) + " " + Ids.text(s.id()))
            .collect(Collectors.joining(", "));
    sheets.line(about, 8);
    List<Told> told = Told.of(d);
    if (told.isEmpty()) {
      sheets.line(words.of("rules.decision.none", locale), 8);
    }
    for (Told one : told) {
      String verdict = one.code().isEmpty() ? "" : " -> " + sayings.verdict(one, locale);
      sheets.line(masked(sayings.of(d.point(), one.rule(), locale) + verdict), 8);
    }
    sheets.line(words.of("rules.release", locale) + " " + d.release(), 6);
    sheets.line(words.of("rules.hash", locale) + " " + d.hash(), 6);
    sheets.gap();
  }
}
