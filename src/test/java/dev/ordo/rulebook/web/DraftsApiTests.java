package dev.ordo.rulebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ordo.StillServer;
import dev.ordo.rulebook.Draft;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rulebook.Status;
import dev.ordo.shared.Ids;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Another system has an approver's word on a change by HTTP. */
class DraftsApiTests extends StillServer {
  @Autowired Rulebook rulebook;
  @Autowired JdbcTemplate jdbc;

  @Test
  void refusesAChangeWithAReasonAndWithoutOneNot() {
    Draft draft = checked();
    String word = "{\"hash\": \"%s\", \"why\": \"too loose\"}".formatted(draft.hash());

    assertThat(post("rule_author", draft, word).statusCode()).isEqualTo(403);
    assertThat(post("rule_approver", draft, "{\"hash\": \"%s\"}".formatted(draft.hash())))
        .returns(422, HttpResponse::statusCode);
    assertThat(post("rule_approver", draft, word.replace(draft.hash(), "other")).statusCode())
        .isEqualTo(422);
    HttpResponse<String> refused = post("rule_approver", draft, word);

    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.body()).contains("\"status\":\"REFUSED\"");
    assertThat(send(as("rule_author", path(draft)).GET()).body())
        .contains("\"granted\":false", "\"person\":\"rule_approver\"", "\"why\":\"too loose\"");
    assertThat(
            jdbc.queryForList(
                "SELECT login FROM act WHERE action = 'RULES_REFUSED' AND subject_id = ?",
                String.class,
                draft.id()))
        .containsExactly("rule_approver");
  }

  private Draft checked() {
    Draft begun = rulebook.start("audit", "looser addresses", "rule_author");
    String set = begun.sources().text("rule-set.yaml") + "\n# looser\n";
    byte[] content = set.getBytes(StandardCharsets.UTF_8);
    Draft draft = rulebook.save(begun.id(), 1, "rule-set.yaml", content, "rule_author");
    rulebook.check(draft.id(), "rule_author");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> rulebook.draft(draft.id()).status() != Status.DRAFT);
    return draft;
  }

  private HttpResponse<String> post(String login, Draft draft, String body) {
    return send(as(login, path(draft) + "/refuse").POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder as(String login, String path) {
    byte[] name = (login + ":ordo").getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(at(path))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(name))
        .header("Content-Type", "application/json");
  }

  private static String path(Draft draft) {
    return "/api/rules/audit/drafts/" + Ids.text(draft.id());
  }
}
