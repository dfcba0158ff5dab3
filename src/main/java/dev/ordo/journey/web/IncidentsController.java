package dev.ordo.journey.web;

import dev.ordo.access.People;
import dev.ordo.console.Listing;
import dev.ordo.journey.Incident;
import dev.ordo.journey.Incidents;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The pages on which people look at troubles, mend them and send them on. */
@Controller
@PreAuthorize("hasAnyRole('CLERK', 'AUDITOR')")
class IncidentsController {
  private final Incidents incidents;
  private final People people;
  private final JsonMapper json;

  IncidentsController(Incidents incidents, People people, JsonMapper json) {
    this.incidents = incidents;
    this.people = people;
    this.json = json;
  }

  @GetMapping("/incidents")
  String list(
      @RequestParam(required = false) Incident.@Nullable Status status,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam Optional<String> cursor,
      Model model) {
    List<Incident> found =
        incidents.list(status, source, kind, Listing.before(cursor), Listing.SIZE + 1);
    model.addAttribute("listing", Listing.of(found, Listing.SIZE, Incident::id));
    model.addAttribute("status", status == null ? "" : status.name());
    model.addAttribute("kind", kind);
    model.addAttribute(
        "statuses", java.util.Arrays.stream(Incident.Status.values()).map(Enum::name).toList());
    model.addAttribute("kinds", incidents.openKinds());
    return "journey/incidents";
  }

  @GetMapping("/incidents/{id}")
  String incident(@PathVariable String id, Model model) {
    long number = Ids.parse(id);
    Incident incident =
        incidents
            .find(number)
            .orElseThrow(() -> new Refusal("incident", id, "There is no such incident."));
    model.addAttribute("incident", incident);
    model.addAttribute("payload", laidOut(incidents.payload(number)));
    people.did("INCIDENT_SHOWN", "INCIDENT", number, incident.subject());
    return "journey/incident";
  }

  @PostMapping("/incidents/{id}/resend")
  @PreAuthorize("hasRole('CLERK')")
  String resend(@PathVariable String id, @RequestParam String payload) {
    incidents.resend(Ids.parse(id), payload);
    people.did("INCIDENT_RESENT", "INCIDENT", Ids.parse(id), "");
    return "redirect:/incidents?status=OPEN";
  }

  @PostMapping("/incidents/{id}/dismiss")
  @PreAuthorize("hasRole('CLERK')")
  String dismiss(@PathVariable String id, @RequestParam String reason) {
    incidents.dismiss(Ids.parse(id));
    people.did("INCIDENT_DISMISSED", "INCIDENT", Ids.parse(id), reason);
    return "redirect:/incidents?status=OPEN";
  }

  /** JSON with a line per field, so that a person can mend it; anything else as it came. */
  private String laidOut(String payload) {
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(payload));
    } catch (JacksonException notJson) {
      return payload;
    }
  }
}
