package dev.ordo.console;

import dev.ordo.access.Actor;
import dev.ordo.access.People;
import dev.ordo.shared.BusinessClock;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What every page needs around it; templates call it {@code @shell}. */
@Component
public class Shell {
  /** A titled block of the sidebar. */
  public record Group(int number, List<MenuItem> items) {}

  private final List<MenuItem> menu;
  private final People people;
  private final BusinessClock clock;
  private final Times times;
  private final HttpServletRequest request;

  Shell(
      List<MenuItem> menu,
      People people,
      BusinessClock clock,
      Times times,
      HttpServletRequest request) {
    this.menu = menu.stream().sorted(Comparator.comparingInt(MenuItem::position)).toList();
    this.people = people;
    this.clock = clock;
    this.times = times;
    this.request = request;
  }

  /** The sidebar as the current person may see it. */
  public List<Group> menu() {
    Actor actor = people.actor();
    Map<Integer, List<MenuItem>> groups =
        menu.stream()
            .filter(item -> actor.mayAny(item.roles()))
            .collect(Collectors.groupingBy(MenuItem::group, TreeMap::new, Collectors.toList()));
    return groups.entrySet().stream().map(g -> new Group(g.getKey(), g.getValue())).toList();
  }

  public boolean current(MenuItem item) {
    String path = request.getRequestURI();
    return item.path().equals("/")
        ? path.equals("/")
        : path.equals(item.path()) || path.startsWith(item.path() + "/");
  }

  public Actor actor() {
    return people.actor();
  }

  /** Business time, from which the page's clock runs on by itself. */
  public Instant now() {
    return clock.now();
  }

  public String zone() {
    return times.zone().getId();
  }

  public double factor() {
    return clock.factor();
  }

  /** The speed badge, such as {@code ×144}; empty outside the demo. */
  public String speed() {
    return factor() == 1 ? "" : "×" + Math.round(factor());
  }

  /** This page with another parameter set, for the language switch and filter chips. */
  public String here(String parameter, String value) {
    var link =
        org.springframework.web.util.UriComponentsBuilder.fromPath(request.getRequestURI())
            .query(request.getQueryString());
    link.replaceQueryParam("cursor");
    return (value.isEmpty()
            ? link.replaceQueryParam(parameter)
            : link.replaceQueryParam(parameter, value))
        .build()
        .toUriString();
  }

  /** The current page continued from a cursor. */
  public String more(String cursor) {
    return here("cursor", cursor);
  }
}
