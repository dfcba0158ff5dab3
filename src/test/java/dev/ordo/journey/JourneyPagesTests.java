package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.RunningServer;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JourneyPagesTests extends RunningServer {
  @Autowired private Incidents incidents;
  @Autowired private RouteFiles routes;

  private Incident trouble(String key) {
    incidents.raise(
        new NewIncident(
            "nobody",
            "UNKNOWN_SKU",
            key,
            "TB1/" + key,
            "{\"sku\":\"X-" + key + "\"}",
            List.of(new Refusal.Fault("sku", "X", "Add the article."))));
    return incidents.list(null, "nobody", "", Long.MAX_VALUE, 1).getFirst();
  }

  private HttpResponse<String> as(String login, String path, String json) {
    String basic =
        Base64.getEncoder().encodeToString((login + ":ordo").getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/json");
    return send(json.isEmpty() ? request : request.POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  @Test
  void incidentsAreListedShownAndDismissed() {
    Incident incident = trouble("pages-a");
    String one = "/api/incidents/" + Ids.text(incident.id());
    assertThat(get("/api/incidents?status=OPEN&source=nobody").body())
        .contains(Ids.text(incident.id()), "Add the article.");
    assertThat(get(one).statusCode()).isEqualTo(403);
    assertThat(as("clerk", one, "").body()).contains("X-pages-a");
    assertThat(as("clerk", one + "/dismiss", "{\"reason\":\"a test\"}").statusCode())
        .isEqualTo(204);
    assertThat(get("/api/incidents?status=DISMISSED&source=nobody").body())
        .contains(Ids.text(incident.id()));
  }

  @Test
  void aResendThatNobodyTakesIsRefusedAndSaysSo() {
    Incident incident = trouble("pages-b");
    HttpResponse<String> answer =
        as("clerk", "/api/incidents/" + Ids.text(incident.id()) + "/resend", "{}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Nothing takes this again");
  }

  @Test
  void pagesShowIncidentsAndRoutesInBothLanguages() {
    Incident incident = trouble("pages-d");
    shows("/incidents?status=OPEN", "TB1/pages-d");
    shows("/incidents?lang=zh", "异常单据");
    shows("/incidents/" + Ids.text(incident.id()) + "?lang=en", "X-pages-d");
    shows("/routes", RouteFile.ERROR_POLICY);
    assertThat(as("viewer", "/incidents", "").statusCode()).isEqualTo(403);
  }

  private void shows(String path, String text) {
    HttpResponse<String> answer = as("admin", path, "");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.body()).contains(text).doesNotContain("??");
  }

  @Test
  void payloadsAreNotReadableInTheDatabase(
      @Autowired org.springframework.jdbc.core.JdbcTemplate jdbc) {
    Incident incident = trouble("pages-c");
    byte[] kept =
        jdbc.queryForObject(
            "SELECT payload FROM incident WHERE id = ?", byte[].class, incident.id());
    assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("X-pages");
  }

  @Test
  void theSharedErrorPolicyRuns() {
    assertThat(routes.states())
        .anySatisfy(
            s -> {
              assertThat(s.file()).isEqualTo(RouteFile.ERROR_POLICY);
              assertThat(s.runs()).isTrue();
            });
  }
}
