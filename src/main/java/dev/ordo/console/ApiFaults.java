package dev.ordo.console;

import dev.ordo.shared.Ids;
import dev.ordo.shared.IllegalMove;
import dev.ordo.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** Answers every fault under {@code /api} as problem+json that tells the caller what to mend. */
@Component
class ApiFaults implements HandlerExceptionResolver, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(ApiFaults.class);

  private final JsonMapper json;
  private final Ids ids;

  ApiFaults(JsonMapper json, Ids ids) {
    this.json = json;
    this.ids = ids;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception fault) {
    if (!request.getRequestURI().startsWith("/api/")) {
      return null;
    }
    if (!DisconnectedClientHelper.isClientDisconnectedException(fault)) {
      write(request, response, problem(fault));
    }
    return new ModelAndView();
  }

  private void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail said) {
    said.setInstance(java.net.URI.create(request.getRequestURI()));
    response.resetBuffer();
    response.setStatus(said.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    try {
      json.writeValue(response.getOutputStream(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProblemDetail problem(Throwable fault) {
    return switch (fault) {
      case Refusal refusal -> refused(refusal.faults());
      case IllegalMove move -> said(HttpStatus.CONFLICT, move.getMessage());
      case AccessDeniedException denied ->
          said(HttpStatus.FORBIDDEN, "The roles of this caller do not allow this.");
      case BodyTooLarge large -> said(HttpStatus.CONTENT_TOO_LARGE, large.getMessage());
      case MaxUploadSizeExceededException large ->
          said(HttpStatus.CONTENT_TOO_LARGE, "The uploaded file is too large.");
      case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
      case BindException invalid -> refused(faults(invalid));
      case MethodArgumentTypeMismatchException wrong ->
          cause(wrong, Refusal.class).map(this::problem).orElseGet(() -> wrongValue(wrong));
      case MissingServletRequestParameterException missing ->
          single(HttpStatus.BAD_REQUEST, missing.getParameterName(), "", "Give this parameter.");
      case RequestRejectedException unsound -> unsound();
      case InvalidParameterException unsound -> unsound();
      case NoResourceFoundException unknown ->
          said(HttpStatus.NOT_FOUND, "There is nothing at this path; see /api/docs.");
      case ErrorResponse known -> known(known);
      default -> unexpected(fault);
    };
  }

  private static ProblemDetail said(HttpStatusCode status, @Nullable String detail) {
    return ProblemDetail.forStatusAndDetail(status, detail);
  }

  private static ProblemDetail unsound() {
    return said(
        HttpStatus.BAD_REQUEST, "A parameter has NUL or broken characters; send them as UTF-8.");
  }

  private static ProblemDetail refused(List<Refusal.Fault> faults) {
    ProblemDetail said =
        said(HttpStatus.UNPROCESSABLE_CONTENT, "The input cannot be taken; see the faults.");
    said.setProperty("faults", faults);
    return said;
  }

  private static ProblemDetail single(
      HttpStatus status, String field, String value, String remedy) {
    ProblemDetail said = said(status, "%s: %s".formatted(field, remedy));
    said.setProperty("faults", List.of(new Refusal.Fault(field, value, remedy)));
    return said;
  }

  private static ProblemDetail wrongValue(MethodArgumentTypeMismatchException wrong) {
    Class<?> type = wrong.getParameter().nestedIfOptional().getNestedParameterType();
    return single(
        HttpStatus.BAD_REQUEST,
        wrong.getName(),
        String.valueOf(wrong.getValue()),
        "Give " + words(type) + ".");
  }

  private static String words(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + List.of(type.getEnumConstants());
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "BigDecimal", "double", "Double" -> "a decimal number";
      case "boolean", "Boolean" -> "true or false";
      case "Instant", "OffsetDateTime" -> "a time such as 2026-01-31T08:00:00Z";
      case "LocalDate" -> "a date such as 2026-01-31";
      default -> "a value of the right form (" + type.getSimpleName() + ")";
    };
  }

  private ProblemDetail unreadable(HttpMessageNotReadableException e) {
    return cause(e, BodyTooLarge.class)
        .map(this::problem)
        .or(() -> cause(e, Refusal.class).map(this::problem))
        .or(() -> cause(e, JacksonException.class).map(ApiFaults::broken))
        .orElseGet(
            () ->
                single(
                    HttpStatus.BAD_REQUEST,
                    "body",
                    "",
                    "Send a body that can be read; see /api/docs."));
  }

  private static <T extends Throwable> Optional<T> cause(Throwable fault, Class<T> type) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  /** Jackson's own message may quote the payload, so only place and field are told. */
  private static ProblemDetail broken(JacksonException broken) {
    TokenStreamLocation at = broken.getLocation();
    String place =
        at == null || at.getLineNr() < 1
            ? ""
            : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    String field = field(broken);
    return field.isEmpty()
        ? said(HttpStatus.BAD_REQUEST, "The body is not well-formed JSON%s.".formatted(place))
        : single(
            HttpStatus.BAD_REQUEST,
            field,
            "",
            "Give a value of the right type%s.".formatted(place));
  }

  private static String field(JacksonException broken) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : broken.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }

  private static List<Refusal.Fault> faults(BindException invalid) {
    return invalid.getFieldErrors().stream()
        .map(
            e ->
                new Refusal.Fault(
                    e.getField(),
                    String.valueOf(e.getRejectedValue()),
                    String.valueOf(e.getDefaultMessage())))
        .toList();
  }

  private ProblemDetail known(ErrorResponse known) {
    if (known.getStatusCode().is5xxServerError() && known instanceof Throwable fault) {
      return unexpected(fault);
    }
    return known.getBody();
  }

  private ProblemDetail unexpected(Throwable fault) {
    String incident = Ids.text(ids.next());
    LOG.error("Incident {} in a call of the API.", incident, fault);
    ProblemDetail said =
        said(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong on our side; name incident %s when you ask.".formatted(incident));
    said.setProperties(Map.of("incident", incident));
    return said;
  }
}
