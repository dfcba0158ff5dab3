package dev.ordo.rulebook.web;

import dev.ordo.access.People;
import dev.ordo.console.Phrases;
import dev.ordo.console.Words;
import dev.ordo.rulebook.Draft;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.RuleSetBroken.Fault;
import dev.ordo.rules.RuleSheets;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Sources;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the editors of a draft ask while somebody types: faults, words, cells, and saving. */
@RestController
@RequestMapping("/rules/{point}/drafts/{id}")
@PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'AUDITOR')")
class EditsController {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** A draft after an edit. */
  record Saved(int version) {}

  /** Rows as the grid sends them. */
  record Rows(List<List<String>> rows) {}

  private final Rules rules;
  private final Rulebook rulebook;
  private final People people;
  private final Words words;
  private final Phrases phrases;

  EditsController(Rules rules, Rulebook rulebook, People people, Words words, Phrases phrases) {
    this.rules = rules;
    this.rulebook = rulebook;
    this.people = people;
    this.words = words;
    this.phrases = phrases;
  }

  /** Refusals and broken files in the form the editors show. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
  List<Marked> refused(Refusal refusal, Locale locale) {
    return refusal.faults().stream()
        .map(fault -> new Marked(fault.field(), "", "", words.remedy(fault.remedy(), locale)))
        .toList();
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
  List<Marked> broken(RuleSetBroken broken, Locale locale) {
    return marked(broken.faults(), locale);
  }

  /**
   * A fault as an editor marks it.
   *
   * @param place as the editor finds it
   * @param where the place in the reader's language
   */
  record Marked(String file, String place, String where, String what) {}

  private List<Marked> marked(List<Fault> faults, Locale locale) {
    return faults.stream()
        .map(
            f ->
                new Marked(
                    f.file(),
                    f.place(),
                    phrases.of(f.place(), locale),
                    phrases.of(f.what(), locale)))
        .toList();
  }

  @GetMapping("/words")
  List<Term> words(@PathVariable String point, @PathVariable String id) {
    find(point, id);
    return terms(point);
  }

  /** What would be wrong if the file were saved as it is now. */
  @PostMapping(path = "/faults", consumes = MediaType.TEXT_PLAIN_VALUE)
  @PreAuthorize("hasRole('RULE_AUTHOR')")
  List<Marked> faults(
      @PathVariable String point,
      @PathVariable String id,
      @RequestParam String file,
      @RequestBody(required = false) String text,
      Locale locale) {
    return marked(rulebook.faults(find(point, id).sources().with(file, bytes(text))), locale);
  }

  /** What is wrong with the draft as it is kept; of a large table that takes a while to say. */
  @GetMapping("/faults")
  List<Marked> faults(@PathVariable String point, @PathVariable String id, Locale locale) {
    return marked(rulebook.faults(find(point, id).sources()), locale);
  }

  @PostMapping(path = "/text", consumes = MediaType.TEXT_PLAIN_VALUE)
  @PreAuthorize("hasRole('RULE_AUTHOR')")
  Saved text(
      @PathVariable String point,
      @PathVariable String id,
      @RequestParam String file,
      @RequestParam int version,
      @RequestBody(required = false) String text) {
    return save(find(point, id), version, file, bytes(text));
  }

  @GetMapping("/table")
  Grid table(@PathVariable String point, @PathVariable String id, @RequestParam String file) {
    return Grid.of(find(point, id), file, terms(point));
  }

  @PostMapping("/table")
  @PreAuthorize("hasRole('RULE_AUTHOR')")
  Saved table(
      @PathVariable String point,
      @PathVariable String id,
      @RequestParam String file,
      @RequestParam int version,
      @RequestBody Rows rows) {
    if (rows.rows() == null || rows.rows().stream().anyMatch(Objects::isNull)) {
      throw new Refusal("rows", "null", "Send a list of cells for every row.");
    }
    Draft draft = find(point, id);
    return save(
        draft, version, file, packed(file, Grid.of(draft, file, terms(point)).with(rows.rows())));
  }

  @GetMapping("/xlsx")
  ResponseEntity<byte[]> xlsx(
      @PathVariable String point, @PathVariable String id, @RequestParam String file) {
    byte[] book = RuleSheets.xlsx(RuleSheets.cells(find(point, id).sources(), file));
    String name = file.replaceFirst("\\.\\w+$", ".xlsx");
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(point + "-" + name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .contentType(MediaType.parseMediaType(XLSX))
        .body(book);
  }

  /** A table that was edited elsewhere takes the place of the one it came from. */
  @PostMapping("/upload")
  @PreAuthorize("hasRole('RULE_AUTHOR')")
  Saved upload(
      @PathVariable String point,
      @PathVariable String id,
      @RequestParam String file,
      @RequestParam int version,
      @RequestParam MultipartFile sheet)
      throws IOException {
    Draft draft = find(point, id);
    String given = String.valueOf(sheet.getOriginalFilename()).toLowerCase(Locale.ROOT);
    String name = file.replaceFirst("\\.\\w+$", given.endsWith(".csv") ? ".csv" : ".xlsx");
    Sources brought = draft.sources().with(name, sheet.getBytes());
    return save(draft, version, file, packed(file, RuleSheets.checked(brought, name)));
  }

  private List<Term> terms(String point) {
    return Term.all(rules.point(point).set());
  }

  private Saved save(Draft draft, int version, String file, byte[] content) {
    Draft saved = rulebook.save(draft.id(), version, file, content, people.actor().login());
    return new Saved(saved.version());
  }

  private static byte[] packed(String file, List<List<String>> cells) {
    return file.endsWith(".xlsx") ? RuleSheets.xlsx(cells) : RuleSheets.csv(cells);
  }

  private static byte[] bytes(@Nullable String text) {
    return (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
  }

  private Draft find(String point, String id) {
    Draft draft = rulebook.draft(Ids.parse(id));
    if (!draft.point().equals(point)) {
      throw new Refusal("draft", id, "There is no such draft.");
    }
    return draft;
  }
}
