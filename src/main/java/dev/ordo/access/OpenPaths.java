package dev.ordo.access;

import java.util.List;

/**
 * Paths that check their callers themselves, such as signed webhooks; a module contributes them as
 * a bean, and neither sign-in nor CSRF tokens are asked there.
 *
 * @param patterns path patterns such as {@code /hooks/**}
 */
public record OpenPaths(List<String> patterns) {
  public OpenPaths(String... patterns) {
    this(List.of(patterns));
  }
}
