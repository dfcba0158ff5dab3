package dev.ordo.rules;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of this repository, compiled once per test run. */
final class RulesFixtures {
  private static final Map<String, Sources> SOURCES = new RuleFiles(".").read().points();
  private static final Map<String, Release> RELEASES = new ConcurrentHashMap<>();

  private RulesFixtures() {}

  static Collection<String> points() {
    return SOURCES.keySet();
  }

  static Release release(String point) {
    return RELEASES.computeIfAbsent(point, RulesFixtures::compiled);
  }

  /** One of its own. */
  static Release compiled(String point) {
    return Engine.compile(SOURCES.get(point));
  }
}
