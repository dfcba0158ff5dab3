package dev.ordo.rulebook.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages beside that of a point or a draft; only those that a module answers are offered. */
@Component
class Links {
  /** A page with the key of its name. */
  record Link(String path, String labelKey) {}

  private static final Map<String, String> POINT =
      Map.of(
          "/rules/{point}/health", "rulebook.health",
          "/rules/{point}/policy", "rulebook.policy",
          "/rules/{point}/recall", "rulebook.recall",
          "/rules/{point}/shadow", "rulebook.shadow");
  private static final Map<String, String> DRAFT =
      Map.of(
          "/rules/{point}/drafts/{id}/backtest", "rulebook.backtest",
          "/rules/{point}/shadow", "rulebook.shadow");

  private final ObjectProvider<RequestMappingHandlerMapping> pages;

  Links(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> pages) {
    this.pages = pages;
  }

  List<Link> ofPoint(String point) {
    return known(POINT, point, "");
  }

  List<Link> ofDraft(String point, String draft) {
    return known(DRAFT, point, draft);
  }

  private List<Link> known(Map<String, String> wanted, String point, String draft) {
    return answered()
        .filter(wanted::containsKey)
        .distinct()
        .sorted()
        .map(
            path ->
                new Link(
                    path.replace("{point}", point).replace("{id}", draft),
                    wanted.getOrDefault(path, "")))
        .toList();
  }

  private Stream<String> answered() {
    return pages.getObject().getHandlerMethods().keySet().stream()
        .flatMap(page -> page.getPatternValues().stream());
  }
}
