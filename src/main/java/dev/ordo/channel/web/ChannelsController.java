package dev.ordo.channel.web;

import dev.ordo.channel.FileReports;
import dev.ordo.channel.Pulls;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that shows how orders come in: pulls by shop, dropped files and how they balance. */
@Controller
class ChannelsController {
  private final Pulls pulls;
  private final FileReports files;

  ChannelsController(Pulls pulls, FileReports files) {
    this.pulls = pulls;
    this.files = files;
  }

  @GetMapping("/channels")
  @PreAuthorize("hasAnyRole('CLERK', 'OPS_MANAGER', 'AUDITOR')")
  String channels(Model model) {
    model.addAttribute("pulls", pulls.states());
    model.addAttribute("files", files.newest());
    return "channel/channels";
  }
}
