package dev.ordo.journey;

import java.util.List;

/** A file of routes that cannot be taken; says every reason, so that it is mended in one go. */
class RouteFileBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RouteFileBroken(String file, List<String> reasons) {
    super("The route file (%s) is not taken:\n- %s".formatted(file, String.join("\n- ", reasons)));
  }

  RouteFileBroken(String file, Throwable cause) {
    super("The route file (%s) is not taken:\n- %s".formatted(file, cause.getMessage()), cause);
  }
}
