package dev.ordo.channel.web;

import dev.ordo.channel.FileReport;
import dev.ordo.channel.FileReports;
import dev.ordo.channel.Inbox;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of orders by HTTP, and how those that were dropped balance. */
@RestController
class FileController {
  private final Inbox inbox;
  private final FileReports reports;

  FileController(Inbox inbox, FileReports reports) {
    this.inbox = inbox;
    this.reports = reports;
  }

  @PostMapping("/api/files")
  @PreAuthorize("hasAnyRole('INTEGRATION', 'OPS_MANAGER')")
  FileReport take(@RequestParam String name, @RequestBody byte[] content) {
    return inbox.take(name, content);
  }

  @GetMapping("/api/files")
  List<FileReport> newest() {
    return reports.newest();
  }
}
