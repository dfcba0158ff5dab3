package dev.ordo.trail.web;

import dev.ordo.access.People;
import dev.ordo.console.Times;
import dev.ordo.trail.Query;
import dev.ordo.trail.Trail;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out what a search finds, with hashes. */
@Controller
@PreAuthorize("hasAnyRole('AUDITOR', 'OPS_MANAGER', 'RULE_APPROVER')")
class ExportController {
  private final Trail trail;
  private final Exports exports;
  private final Times times;
  private final People people;

  ExportController(Trail trail, Exports exports, Times times, People people) {
    this.trail = trail;
    this.exports = exports;
    this.times = times;
    this.people = people;
  }

  @GetMapping("/trail/export.{format:csv|json|jsonl|pdf}")
  void export(
      @PathVariable String format,
      TrailController.Form form,
      Locale locale,
      HttpServletResponse answer)
      throws IOException {
    Query query = form.query(times);
    answer.setHeader("Content-Disposition", "attachment; filename=decisions." + format);
    answer.setCharacterEncoding("UTF-8");
    switch (format) {
      case "csv" -> {
        answer.setContentType("text/csv;charset=UTF-8");
        exports.csv(query, answer.getWriter());
      }
      case "json" -> {
        answer.setContentType("application/json");
        exports.json(query, answer.getWriter());
      }
      case "jsonl" -> {
        answer.setContentType("application/x-ndjson");
        exports.lines(query, answer.getWriter());
      }
      default -> {
        answer.setContentType("application/pdf");
        exports.pdf(
            query, trail.anchors(), people.actor().login(), locale, answer.getOutputStream());
      }
    }
  }
}
