package dev.ordo.channel.web;

import dev.ordo.access.People;
import dev.ordo.channel.Intake;
import dev.ordo.channel.Outcome;
import dev.ordo.channel.RawOrder;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import dev.ordo.shared.Scope;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders by REST: a bad single one is refused, a bad element of a batch becomes an incident. */
@RestController
class IntakeController {
  private static final int MOST = 1_000;
  private static final String GUARD = "hasAnyRole('INTEGRATION', 'OPS_MANAGER')";
  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** What became of one order. */
  record Answer(String outcome, String shop, String platformNo, String orderId) {}

  /** An element that was set aside. */
  record Aside(int index, String kind, String subject, List<Fault> faults) {}

  /** What became of a batch. */
  record BatchAnswer(int stored, int known, int changed, List<Aside> incidents) {}

  private final Intake intake;
  private final People people;

  IntakeController(Intake intake, People people) {
    this.intake = intake;
    this.people = people;
  }

  @PostMapping("/api/orders")
  @PreAuthorize(GUARD)
  ResponseEntity<Answer> take(@RequestBody byte[] body) {
    RawOrder raw = new RawOrder("", "", text(body));
    checkScope(raw.payload());
    return switch (intake.takeOne(raw)) {
      case Outcome.Stored o -> answer(201, "STORED", o.shop(), o.platformNo(), o.orderId());
      case Outcome.Known o -> answer(200, "KNOWN", o.shop(), o.platformNo(), o.orderId());
      case Outcome.Changed o -> answer(202, "CHANGED", o.shop(), o.platformNo(), o.orderId());
      case Outcome.SetAside o -> throw new Refusal(o.faults());
    };
  }

  @PostMapping("/api/orders/batch")
  @PreAuthorize(GUARD)
  BatchAnswer takeBatch(@RequestBody byte[] body) {
    List<String> elements = Elements.of(text(body), MOST);
    elements.forEach(this::checkScope);
    return summed(intake.take(elements.stream().map(e -> new RawOrder("", "", e)).toList()));
  }

  /** A key that is bound to some shops brings orders of those only. */
  private void checkScope(String payload) {
    Scope scope = people.actor().scope();
    String shop = scope.shops().isEmpty() ? "" : json(payload).path("shop").asString("");
    if (!scope.shops().isEmpty() && !scope.seesShop(shop)) {
      throw new Refusal("shop", shop, "This key may bring orders of its own shops only.");
    }
  }

  private static BatchAnswer summed(List<Outcome> outcomes) {
    int stored = 0;
    int known = 0;
    int changed = 0;
    List<Aside> aside = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      switch (outcomes.get(i)) {
        case Outcome.Stored o -> stored++;
        case Outcome.Known o -> known++;
        case Outcome.Changed o -> changed++;
        case Outcome.SetAside o -> aside.add(new Aside(i, o.kind(), o.subject(), o.faults()));
      }
    }
    return new BatchAnswer(stored, known, changed, aside);
  }

  private static ResponseEntity<Answer> answer(
      int status, String outcome, String shop, String no, long id) {
    return ResponseEntity.status(status).body(new Answer(outcome, shop, no, Ids.text(id)));
  }

  private static JsonNode json(String text) {
    try {
      return EXACT.readTree(text);
    } catch (JacksonException e) {
      throw new Refusal("body", "", "Send well-formed JSON.");
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal("body", body.length + " bytes", "Send UTF-8.");
    }
  }
}
