package dev.ordo.console;

import dev.ordo.shared.Ids;
import dev.ordo.shared.IllegalMove;
import dev.ordo.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Shows a person what went wrong on a page, without anything that belongs in a log. */
@ControllerAdvice
class PageFaults {
  private static final Logger LOG = LoggerFactory.getLogger(PageFaults.class);

  private final Ids ids;
  private final ApiFaults api;

  PageFaults(Ids ids, ApiFaults api) {
    this.ids = ids;
    this.api = api;
  }

  @ExceptionHandler
  ModelAndView refused(Refusal refusal) {
    return page("refused", HttpStatus.UNPROCESSABLE_CONTENT, Map.of("faults", refusal.faults()));
  }

  @ExceptionHandler
  ModelAndView illegal(IllegalMove move) {
    return page(
        "refused",
        HttpStatus.CONFLICT,
        Map.of("said", Objects.requireNonNullElse(move.getMessage(), "")));
  }

  /** An address or a form that somebody wrote by hand: told as the API tells it. */
  @ExceptionHandler({
    MethodArgumentTypeMismatchException.class,
    HttpMessageNotReadableException.class
  })
  ModelAndView malformed(Exception fault) {
    ProblemDetail problem = api.problem(fault);
    Map<String, Object> said = problem.getProperties();
    Object faults = said == null ? null : said.get("faults");
    return page(
        "refused",
        HttpStatus.BAD_REQUEST,
        faults == null
            ? Map.of("said", Objects.requireNonNullElse(problem.getDetail(), ""))
            : Map.of("faults", faults));
  }

  /** A null answer means that nobody is there any more to be answered. */
  @ExceptionHandler
  @Nullable ModelAndView unexpected(Exception fault, HttpServletRequest request) throws Exception {
    if (DisconnectedClientHelper.isClientDisconnectedException(fault)) {
      return null;
    }
    if (fault instanceof AccessDeniedException
        || fault instanceof ErrorResponse
        || fault instanceof RequestRejectedException) {
      throw fault;
    }
    String incident = Ids.text(ids.next());
    LOG.error("Incident {} on page {}.", incident, request.getRequestURI(), fault);
    return page("500", HttpStatus.INTERNAL_SERVER_ERROR, Map.of("incident", incident));
  }

  private static ModelAndView page(String name, HttpStatus status, Map<String, ?> model) {
    return new ModelAndView("error/" + name, model, status);
  }
}
