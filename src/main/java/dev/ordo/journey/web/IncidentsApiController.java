package dev.ordo.journey.web;

import dev.ordo.access.People;
import dev.ordo.console.Listing;
import dev.ordo.journey.Incident;
import dev.ordo.journey.Incidents;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Troubles for other systems. */
@RestController
@RequestMapping("/api/incidents")
@PreAuthorize("hasAnyRole('CLERK', 'AUDITOR', 'INTEGRATION')")
class IncidentsApiController {
  /** An incident as callers see it. */
  record Answer(
      String id,
      String source,
      String kind,
      String subject,
      Incident.Status status,
      int seen,
      Instant firstAt,
      Instant lastAt,
      List<Refusal.Fault> faults) {
    static Answer of(Incident i) {
      return new Answer(
          Ids.text(i.id()),
          i.source(),
          i.kind(),
          i.subject(),
          i.status(),
          i.seen(),
          i.firstAt(),
          i.lastAt(),
          i.faults());
    }
  }

  /** A page of incidents; {@code next} is the cursor of the following page, empty at the end. */
  record Answers(List<Answer> incidents, String next) {}

  /** One incident with what came in. */
  record Detail(Answer incident, String payload) {}

  /** The payload as it was mended; none sends it as it came. */
  record Resend(@Nullable String payload) {}

  /** Why nothing needs to be done. */
  record Dismissal(String reason) {}

  private final Incidents incidents;
  private final People people;

  IncidentsApiController(Incidents incidents, People people) {
    this.incidents = incidents;
    this.people = people;
  }

  @GetMapping
  Answers list(
      @RequestParam(required = false) Incident.@Nullable Status status,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam Optional<String> cursor) {
    List<Incident> found =
        incidents.list(status, source, kind, Listing.before(cursor), Listing.SIZE + 1);
    Listing<Incident> page = Listing.of(found, Listing.SIZE, Incident::id);
    return new Answers(page.rows().stream().map(Answer::of).toList(), page.next().orElse(""));
  }

  @GetMapping("/{id}")
  @PreAuthorize("hasAnyRole('CLERK', 'AUDITOR')")
  Detail incident(@PathVariable String id) {
    long number = Ids.parse(id);
    Incident incident =
        incidents
            .find(number)
            .orElseThrow(() -> new Refusal("incident", id, "There is no such incident."));
    people.did("INCIDENT_SHOWN", "INCIDENT", number, incident.subject());
    return new Detail(Answer.of(incident), incidents.payload(number));
  }

  @PostMapping("/{id}/resend")
  @PreAuthorize("hasRole('CLERK')")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resend(@PathVariable String id, @RequestBody Resend resend) {
    incidents.resend(Ids.parse(id), resend.payload());
    people.did("INCIDENT_RESENT", "INCIDENT", Ids.parse(id), "");
  }

  @PostMapping("/{id}/dismiss")
  @PreAuthorize("hasRole('CLERK')")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void dismiss(@PathVariable String id, @RequestBody Dismissal dismissal) {
    incidents.dismiss(Ids.parse(id));
    people.did("INCIDENT_DISMISSED", "INCIDENT", Ids.parse(id), dismissal.reason());
  }
}
