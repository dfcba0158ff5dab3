package dev.ordo.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Answers what the server refuses before any of our code sees it, such as a path with a broken
 * escape, in the form of all other faults under {@code /api}.
 */
final class BareFaults extends ErrorReportValve {
  private static final String SAID =
      """
      {"type":"about:blank","title":"Bad Request","status":%d,\
      "detail":"The request line cannot be read.",\
      "faults":[{"field":"path","value":"","remedy":"Escape the path as UTF-8 without NUL."}]}\
      """;

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    String path = request.getRequestURI();
    if (path == null || !path.startsWith("/api/")) {
      super.report(request, response, fault);
      return;
    }
    int status = response.getStatus();
    if (status >= 400 && response.getContentWritten() == 0 && response.setErrorReported()) {
      byte[] said = SAID.formatted(status).getBytes(StandardCharsets.UTF_8);
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      try {
        response.getOutputStream().write(said);
        response.finishResponse();
      } catch (IOException | IllegalStateException gone) {
        container.getLogger().debug("Nobody is there to be answered.", gone);
      }
    }
  }
}
