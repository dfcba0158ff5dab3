package dev.ordo.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a file of routes says, read without Camel, and held to the house's rules: named routes, the
 * shared error policy, allowed steps and components only.
 *
 * @param sources the address each route reads from
 * @param targets literal addresses routes send to
 * @param calls beans and methods named
 * @param faults what is not allowed, with its line
 */
record RoutePlan(
    List<String> ids,
    List<String> sources,
    List<String> targets,
    List<Call> calls,
    List<String> faults) {

  /** A bean and its method as a route names them. */
  record Call(String ref, String method) {}

  static final String ERROR_POLICY = "parked-on-error";

  /** What routes may read from and send to. */
  static final Set<String> COMPONENTS =
      Set.of("stage", "direct", "http", "https", "file", "timer", "bean", "log");

  private static final Set<String> STEPS =
      Set.of(
          "aggregate",
          "bean",
          "choice",
          "convertBodyTo",
          "delay",
          "doTry",
          "filter",
          "log",
          "loop",
          "multicast",
          "removeHeader",
          "removeHeaders",
          "setBody",
          "setHeader",
          "setHeaders",
          "setProperty",
          "split",
          "stop",
          "throttle",
          "throwException",
          "to",
          "toD",
          "transform",
          "unmarshal",
          "marshal",
          "validate");
  private static final Set<String> FORBIDDEN =
      Set.of(
          "beanType",
          "beans",
          "csimple",
          "datasonnet",
          "dynamicRouter",
          "enrich",
          "groovy",
          "java",
          "joor",
          "js",
          "language",
          "mvel",
          "ognl",
          "pollEnrich",
          "process",
          "python",
          "recipientList",
          "routeTemplate",
          "routingSlip",
          "script",
          "spel",
          "templatedRoute",
          "wasm");
  private static final Pattern REACHING_OUT =
      Pattern.compile(
          "\\$\\{\\s*(bean|camelContext|env|sys|sysenv|type|ref|properties|[^}]*\\.?getClass|[^}]*\\bclass\\b)",
          Pattern.CASE_INSENSITIVE);

  /** Reads a file; what is no YAML is told as its only fault. */
  static RoutePlan of(RouteFile file) {
    Reader reader = new Reader(file.isErrorPolicy());
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      reader.file(new Yaml(new SafeConstructor(options)).load(file.text()));
    } catch (YAMLException e) {
      reader.faults.add(String.valueOf(e.getMessage()));
    }
    return reader.plan();
  }

  /** The pools whose stage is in this file. */
  List<String> pools() {
    return sources.stream()
        .filter(s -> s.startsWith("stage:"))
        .map(s -> s.substring("stage:".length()).replaceFirst("\\?.*", ""))
        .toList();
  }

  /** The names other routes send to: {@code direct:<name>}. */
  List<String> doors() {
    return sources.stream().filter(s -> s.startsWith("direct:")).toList();
  }

  /** Walks the tree once. */
  private static final class Reader {
    private final boolean policy;
    private final List<String> ids = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private String route = "";

    Reader(boolean policy) {
      this.policy = policy;
    }

    RoutePlan plan() {
      return new RoutePlan(ids, sources, targets, calls, faults);
    }

    void file(@Nullable Object root) {
      if (!(root instanceof List<?> items)) {
        faults.add("A file is a list of routes: start each with (- route:).");
        return;
      }
      items.forEach(this::item);
    }

    private void item(@Nullable Object item) {
      if (item instanceof Map<?, ?> map && map.get("route") instanceof Map<?, ?> found && !policy) {
        route(found);
      } else if (item instanceof Map<?, ?> map
          && map.get("routeConfiguration") instanceof Map<?, ?> found
          && policy) {
        walk(found);
      } else {
        faults.add(
            policy
                ? "The error policy holds one (routeConfiguration) and nothing else."
                : "Only (route) is allowed at the top of a file, not (%s).".formatted(names(item)));
      }
    }

    private static String names(@Nullable Object item) {
      return item instanceof Map<?, ?> map ? String.valueOf(map.keySet()) : String.valueOf(item);
    }

    private void route(Map<?, ?> found) {
      route = text(found.get("id"));
      if (!route.matches("[a-z][a-z0-9-]{0,60}")) {
        fault("its id must be lower-case letters, digits and dashes");
      }
      ids.add(route);
      if (text(found.get("description")).isBlank()) {
        fault("a description is missing: say in one sentence what it is for");
      }
      if (!text(found.get("routeConfigurationId")).equals(ERROR_POLICY)) {
        fault("(routeConfigurationId: %s) is missing".formatted(ERROR_POLICY));
      }
      if (!found.containsKey("from")) {
        fault("it needs (from) with a (uri)");
      }
      walk(found);
    }

    private void from(@Nullable Object value) {
      if (value instanceof Map<?, ?> from && from.get("uri") instanceof String uri) {
        sources.add(uri);
        address(uri);
      } else {
        fault("it needs (from) with a (uri)");
      }
    }

    private void walk(@Nullable Object node) {
      if (node instanceof Map<?, ?> map) {
        map.forEach((key, value) -> entry(camel(text(key)), value));
        if (map.containsKey("ref") && map.containsKey("method")) {
          String method = text(map.get("method")).replaceFirst("\\(.*", "");
          calls.add(new Call(text(map.get("ref")), method));
        }
      } else if (node instanceof List<?> list) {
        list.forEach(this::walk);
      } else if (node instanceof String text && REACHING_OUT.matcher(text).find()) {
        fault("the expression (%s) reaches out of the message".formatted(text));
      }
    }

    private void entry(String key, @Nullable Object value) {
      if (FORBIDDEN.contains(key)) {
        fault("(%s) is not allowed".formatted(key));
      }
      switch (key) {
        case "steps" -> steps(value);
        case "to" -> to(value);
        case "toD" -> toChosen(value);
        case "from" -> from(value);
        case "bean" -> bean(value);
        default -> {}
      }
      walk(value);
    }

    private void steps(@Nullable Object steps) {
      if (steps instanceof List<?> list) {
        list.stream()
            .filter(Map.class::isInstance)
            .flatMap(step -> ((Map<?, ?>) step).keySet().stream())
            .map(key -> camel(text(key)))
            .filter(key -> !STEPS.contains(key) && !FORBIDDEN.contains(key))
            .forEach(key -> fault("the step (%s) is not allowed".formatted(key)));
      }
    }

    private void to(@Nullable Object value) {
      if (value instanceof String uri) {
        address(uri);
        targets.add(uri);
      } else if (value instanceof Map<?, ?> map) {
        address(text(map.get("uri")));
        targets.add(text(map.get("uri")));
      }
    }

    private static final Pattern CHOSEN =
        Pattern.compile("\\$\\{exchangeProperty\\.[A-Za-z][A-Za-z0-9]*}");

    /** A property is set by our own beans only; the guard holds the address when it is used. */
    private void toChosen(@Nullable Object value) {
      Object uri = value instanceof Map<?, ?> map ? map.get("uri") : value;
      if (!CHOSEN.matcher(text(uri)).matches()) {
        fault("(toD) takes its whole address from one (exchangeProperty)");
      }
    }

    private void bean(@Nullable Object value) {
      boolean named =
          value instanceof Map<?, ?> map
              && map.get("ref") instanceof String ref
              && ref.matches("[A-Za-z][A-Za-z0-9]*")
              && map.get("method") instanceof String method
              && METHOD.matcher(method).matches();
      if (!named) {
        fault("a bean is named by (ref) and (method); arguments are literals");
      }
    }

    private static final Pattern METHOD =
        Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\([A-Za-z0-9_., '-]*\\))?");

    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):.*");

    private void address(String uri) {
      Matcher scheme = SCHEME.matcher(uri);
      boolean placed = uri.startsWith("{{") && !uri.contains("${");
      if (uri.contains("${")) {
        fault("the address (%s) is not fixed".formatted(uri));
      } else if (!placed && !(scheme.matches() && COMPONENTS.contains(scheme.group(1)))) {
        fault(
            "the component of (%s) is not allowed; allowed are %s"
                .formatted(uri, COMPONENTS.stream().sorted().toList()));
      }
    }

    private void fault(String what) {
      String where = route.isEmpty() ? "" : "In the route (%s) ".formatted(route);
      faults.add(where + what + ".");
    }

    private static String text(@Nullable Object value) {
      return Objects.toString(value, "");
    }

    private static String camel(String key) {
      Matcher dash = Pattern.compile("-([a-z])").matcher(key);
      return dash.replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
    }
  }
}
