package dev.ordo.site.web;

import dev.ordo.access.People;
import dev.ordo.console.Words;
import dev.ordo.shared.Checks;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import dev.ordo.site.FloorChange;
import dev.ordo.site.FloorPlan;
import dev.ordo.site.FloorPlans;
import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import dev.ordo.site.Warehouse;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** What the floor editor asks: files read, what would change, save. */
@RestController
@RequestMapping("/warehouses/floor")
@PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER')")
class FloorEditsController {
  private static final Pattern ROW = Pattern.compile("\\brow (\\d+)");
  private static final Pattern COLUMN = Pattern.compile("^(aisle|slot|layout)\\b|[A-Za-z]+$");

  /** Faults in the reader's words, or what was asked for. */
  record Answer(
      List<Fault> faults,
      @Nullable FloorChange change,
      @Nullable Layout layout,
      @Nullable List<Location> slots) {}

  private final FloorRequests requests;
  private final FloorPlans floors;
  private final People people;
  private final Words words;
  private final JsonMapper json;

  FloorEditsController(
      FloorRequests requests, FloorPlans floors, People people, Words words, JsonMapper json) {
    this.requests = requests;
    this.floors = floors;
    this.people = people;
    this.words = words;
    this.json = json;
  }

  private FloorPlan mine(FloorPlan plan) {
    String code = plan.warehouse().code();
    if (!people.actor().scope().seesWarehouse(code)) {
      throw new Refusal("warehouse.code", code, "Name a warehouse you work in.");
    }
    return plan;
  }

  @PostMapping("/check")
  Answer check(@RequestBody FloorRequests.Edited edited, Locale locale) {
    return answered(
        () -> new Answer(List.of(), floors.preview(mine(requests.of(edited))), null, null), locale);
  }

  @PostMapping
  Answer save(@RequestBody FloorRequests.Edited edited, Locale locale) {
    return answered(
        () -> {
          FloorPlan plan = mine(requests.of(edited));
          return new Answer(List.of(), requests.apply(plan), null, null);
        },
        locale);
  }

  /** Files become a draft in the editor; nothing is saved. */
  @PostMapping("/files")
  Answer read(
      @RequestParam("file") List<MultipartFile> files,
      @RequestParam String floor,
      @RequestParam(defaultValue = "false") boolean gaps,
      Locale locale) {
    return answered(
        () -> {
          WarehouseRequest edited = json.readValue(floor, WarehouseRequest.class);
          Warehouse warehouse = edited.checked("warehouse", new Checks());
          FloorFiles read = FloorFiles.read(FloorController.sent(files));
          FloorPlan plan = FloorRequests.of(warehouse, read, List::of, gaps);
          List<Location> slots = floors.slots(plan);
          return new Answer(
              List.of(),
              null,
              read.layout() == null ? null : plan.warehouse().layout(),
              read.slots() == null ? null : slots);
        },
        locale);
  }

  private Answer answered(Supplier<Answer> answer, Locale locale) {
    try {
      return answer.get();
    } catch (Refusal refusal) {
      List<Fault> told = refusal.faults().stream().map(f -> told(f, locale)).toList();
      return new Answer(told, null, null, null);
    }
  }

  private Fault told(Fault fault, Locale locale) {
    String place = rows(fault.field(), locale);
    return new Fault(
        COLUMN.matcher(place).replaceAll(word -> column(word.group(), locale)),
        fault.value().equals("null") ? "" : fault.value(),
        rows(words.remedy(fault.remedy(), locale), locale));
  }

  private String rows(String text, Locale locale) {
    return ROW.matcher(text)
        .replaceAll(
            row -> Matcher.quoteReplacement(words.of("site.floor.row", locale, row.group(1))));
  }

  private String column(String name, Locale locale) {
    String key = "site.floor.field." + name;
    String known = words.of(key, locale);
    return Matcher.quoteReplacement(known.equals(key) ? name : known);
  }
}
