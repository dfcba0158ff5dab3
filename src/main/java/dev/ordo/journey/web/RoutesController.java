package dev.ordo.journey.web;

import dev.ordo.journey.RouteFiles;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that shows which files of routes run and which were refused. */
@Controller
class RoutesController {
  private final RouteFiles files;

  RoutesController(RouteFiles files) {
    this.files = files;
  }

  @GetMapping("/routes")
  @PreAuthorize("hasAnyRole('OPS_MANAGER', 'AUDITOR')")
  String routes(Model model) {
    model.addAttribute("files", files.states());
    return "journey/routes";
  }
}
