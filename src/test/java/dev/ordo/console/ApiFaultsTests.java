package dev.ordo.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.RunningServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiFaultsTests extends RunningServer {
  @Test
  void theClockIsTold() {
    HttpResponse<String> clock = get("/api/clock");

    assertThat(clock.statusCode()).isEqualTo(200);
    assertThat(clock.body()).contains("\"business\"", "\"machine\"", "\"factor\":1.0");
  }

  @Test
  void noKeyIsNotLetIn() {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(at("/api/clock")));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("X-Api-Key");
  }

  @Test
  void aWrongKeyIsNotLetIn() {
    assertThat(send(HttpRequest.newBuilder(at("/api/clock")).header("X-Api-Key", "x")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void brokenJsonNamesItsPlace() {
    HttpResponse<String> answer = post("/api/tasks", "{\"kind\":\n  oops}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("line 2, column");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void whatIsWrongIsNamedFieldByField() {
    HttpResponse<String> answer = post("/api/tasks", "{\"kind\":\"\"}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"faults\"", "\"field\":\"kind\"", "\"remedy\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/nothing, 404, There is nothing at this path",
    "/api/tasks?owner=NOBODY, 400, one of [VIEWER",
  })
  void wrongAddressesAndParametersAreExplained(String path, int status, String said) {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(said).doesNotContain("dev.ordo", "Exception");
  }

  @Test
  void aWrongMethodIsExplained() {
    assertThat(send(api("/api/clock").DELETE()).statusCode()).isEqualTo(405);
  }

  @Test
  void tenMegabytesAreTooMuch() {
    String body = "{\"kind\":\"" + "x".repeat(10_000_000) + "\"}";

    assertThat(post("/api/tasks", body).statusCode()).isEqualTo(413);
  }

  @Test
  void anUnannouncedLengthIsLimitedToo() {
    byte[] body =
        ("{\"kind\":\"" + "x".repeat(10_000_000) + "\"}")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        send(
            api("/api/tasks")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void theDocumentationAsksAPersonToSignIn() {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(at("/api/docs")).header("Accept", "text/html"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
  }

  @Test
  void healthIsPublicAndMetricsAreNot() {
    assertThat(send(HttpRequest.newBuilder(at("/actuator/health"))).statusCode()).isEqualTo(200);
    assertThat(send(HttpRequest.newBuilder(at("/actuator/metrics"))).statusCode()).isEqualTo(401);
  }
}
