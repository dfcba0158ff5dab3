package dev.ordo.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.RunningServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDescriptionTests extends RunningServer {
  @Test
  void everyCallSaysWhoMayCallWhatItDoesAndHowItRefuses() {
    List<String> bare = new ArrayList<>();
    JsonNode api = api();
    api.path("paths")
        .forEachEntry(
            (path, calls) ->
                calls.forEachEntry(
                    (verb, call) -> {
                      boolean told =
                          call.path("summary").asString("").length() > 3
                              && call.path("tags").size() == 1
                              && call.path("responses").has("422");
                      if (!told) {
                        bare.add(verb + " " + path);
                      }
                    }));

    assertThat(api.path("paths").size()).isGreaterThan(40);
    assertThat(bare).isEmpty();
    assertThat(api.path("components").path("securitySchemes").propertyNames())
        .contains("apiKey", "basic");
    assertThat(api.at("/paths/~1api~1orders/post/responses/422/content").propertyNames())
        .containsExactly("application/problem+json");
  }

  @Test
  void thePageNeedsNothingFromElsewhere() {
    String page = page("/api/swagger-ui/index.html").body();

    assertThat(page).contains("swagger-ui").doesNotContain("http://", "https://");
    assertThat(page("/api/swagger-ui/swagger-initializer.js").body()).contains("/api/openapi");
    assertThat(page("/api/openapi/swagger-config").body()).contains("/api/openapi");
  }

  @Test
  void theListOfCallsIsWritten() throws IOException {
    StringBuilder list =
        new StringBuilder("# Calls of the API\n\n| call | does | module |\n|---|---|---|\n");
    api()
        .path("paths")
        .forEachEntry(
            (path, calls) ->
                calls.forEachEntry(
                    (verb, call) ->
                        list.append(
                            "| `%s %s` | %s | %s |\n"
                                .formatted(
                                    verb.toUpperCase(java.util.Locale.ROOT),
                                    path,
                                    call.path("summary").asString(""),
                                    call.path("tags").path(0).asString("")))));
    Path folder = Files.createDirectories(Path.of("docs/generated"));
    Files.writeString(folder.resolve("api.md"), list);

    assertThat(list).contains("`POST /api/orders`");
  }

  private JsonNode api() {
    return JsonMapper.shared().readTree(page("/api/openapi").body());
  }

  private HttpResponse<String> page(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer;
  }
}
