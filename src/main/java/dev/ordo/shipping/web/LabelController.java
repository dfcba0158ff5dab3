package dev.ordo.shipping.web;

import dev.ordo.shared.Ids;
import dev.ordo.shipping.Labels;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Labels for the printer, in the browser and over the API. */
@RestController
class LabelController {
  private final Labels labels;

  LabelController(Labels labels) {
    this.labels = labels;
  }

  @GetMapping({"/parcels/{id}/label.pdf", "/api/parcels/{id}/label.pdf"})
  @PreAuthorize("hasAnyRole('WAREHOUSE', 'CLERK', 'INTEGRATION')")
  ResponseEntity<byte[]> label(@PathVariable String id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"label.pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(labels.print(Ids.parse(id)));
  }
}
