package dev.ordo.site.web;

import dev.ordo.access.People;
import dev.ordo.shared.Refusal;
import dev.ordo.site.FloorChange;
import dev.ordo.site.FloorPlan;
import dev.ordo.site.FloorPlans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Layout and slots of a warehouse as files, in and out; a file is taken whole or not at all. */
@RestController
class FloorController {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final FloorPlans floors;
  private final FloorRequests requests;
  private final People people;

  FloorController(FloorPlans floors, FloorRequests requests, People people) {
    this.floors = floors;
    this.requests = requests;
    this.people = people;
  }

  /**
   * Takes CSV and XLSX files. A sheet of slots holds all slots of the warehouse: others are
   * removed.
   *
   * @param preview only tells what would change
   * @param gaps says that aisles without slots between others are meant
   */
  @PostMapping(
      value = "/api/warehouses/{code}/floor-plan",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize("hasAnyRole('INTEGRATION', 'WAREHOUSE')")
  FloorChange take(
      @PathVariable String code,
      @RequestParam("file") List<MultipartFile> files,
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestParam(defaultValue = "false") boolean gaps) {
    mine(code);
    FloorPlan plan = requests.of(code, sent(files), gaps);
    return preview ? floors.preview(plan) : requests.apply(plan);
  }

  static List<FloorFiles.Sent> sent(List<MultipartFile> files) {
    return files.stream()
        .filter(file -> !file.isEmpty() || !given(file).isEmpty())
        .map(
            file -> {
              try {
                if (file.isEmpty()) {
                  throw new Refusal("file", given(file), "It is empty: send one with rows.");
                }
                String name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
                return new FloorFiles.Sent(name, file.getBytes());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }

  private static String given(MultipartFile file) {
    return Objects.requireNonNullElse(file.getOriginalFilename(), "");
  }

  @GetMapping({"/warehouses/{code}/floor-plan.xlsx", "/api/warehouses/{code}/floor-plan.xlsx"})
  ResponseEntity<byte[]> workbook(@PathVariable String code) {
    mine(code);
    return file(code + "-floor-plan.xlsx", XLSX, requests.sheets(code).xlsx());
  }

  @GetMapping({"/warehouses/{code}/layout.csv", "/api/warehouses/{code}/layout.csv"})
  ResponseEntity<byte[]> layout(@PathVariable String code) {
    mine(code);
    return csv(code + "-layout.csv", requests.sheets(code).layoutCsv());
  }

  @GetMapping({"/warehouses/{code}/slots.csv", "/api/warehouses/{code}/slots.csv"})
  ResponseEntity<byte[]> slots(@PathVariable String code) {
    mine(code);
    return csv(code + "-slots.csv", requests.sheets(code).slotsCsv());
  }

  private static ResponseEntity<byte[]> csv(String name, String text) {
    return file(name, "text/csv;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(content);
  }

  private void mine(String warehouse) {
    if (!people.actor().scope().seesWarehouse(warehouse)) {
      throw new Refusal("warehouse", warehouse, "Name a warehouse you work in.");
    }
  }
}
