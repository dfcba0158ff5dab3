package dev.ordo.wave.web;

import dev.ordo.shared.Refusal;
import dev.ordo.wave.Study;
import dev.ordo.wave.WhatIf;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Compares ways to make waves, for outside systems. */
@RestController
@PreAuthorize("hasAnyRole('WAREHOUSE', 'OPS_MANAGER', 'INTEGRATION')")
class WhatIfController {
  /** The warehouse whose backlog is planned. */
  record StudyRequest(@Nullable String warehouse) {}

  /** The policy to put into effect. */
  record ChoiceRequest(@Nullable String warehouse, @Nullable String policy) {}

  private final WhatIf whatIf;

  WhatIfController(WhatIf whatIf) {
    this.whatIf = whatIf;
  }

  @PostMapping("/api/waves/what-if")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Study begin(@RequestBody StudyRequest request) {
    return whatIf.begin(given("warehouse", request.warehouse()));
  }

  @GetMapping("/api/waves/what-if")
  ResponseEntity<Study> study(@RequestParam String warehouse) {
    return whatIf.of(warehouse).map(ResponseEntity::ok).orElse(ResponseEntity.noContent().build());
  }

  @PostMapping("/api/waves/what-if/choices")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void choose(@RequestBody ChoiceRequest request) {
    whatIf.choose(given("warehouse", request.warehouse()), given("policy", request.policy()));
  }

  private static String given(String field, @Nullable String value) {
    if (value == null) {
      throw new Refusal(field, "null", "Send this field.");
    }
    return value;
  }
}
