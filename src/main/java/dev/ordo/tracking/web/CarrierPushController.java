package dev.ordo.tracking.web;

import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.CarrierProtocol;
import dev.ordo.carrier.CarrierWire;
import dev.ordo.carrier.Carriers;
import dev.ordo.tracking.Traces;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes scans that carriers send by themselves; their signature is the sign-in. */
@RestController
class CarrierPushController {
  private final Carriers carriers;
  private final CarrierWire wire;
  private final Traces traces;

  CarrierPushController(Carriers carriers, CarrierWire wire, Traces traces) {
    this.carriers = carriers;
    this.wire = wire;
    this.traces = traces;
  }

  @PostMapping("/api/carrier-push/{carrier}")
  ResponseEntity<?> push(
      @PathVariable String carrier,
      @RequestHeader Map<String, String> headers,
      @RequestParam Map<String, String> parameters,
      @RequestBody(required = false) byte @Nullable [] body) {
    Carrier known = carriers.carrier(carrier.toUpperCase(Locale.ROOT));
    String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
    try {
      CarrierProtocol.Pushed pushed = wire.push(known, lowerCase(headers), parameters, text);
      traces.take(known.code(), pushed.scans());
      return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(pushed.reply());
    } catch (CarrierProtocol.BadPush e) {
      return ResponseEntity.of(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.FORBIDDEN, String.valueOf(e.getMessage())))
          .build();
    }
  }

  private static Map<String, String> lowerCase(Map<String, String> headers) {
    Map<String, String> lower = new HashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }
}
