package dev.ordo.journey;

import dev.ordo.access.Role;
import dev.ordo.console.Badge;
import dev.ordo.console.HomeCard;
import dev.ordo.shared.Scope;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows on the home page how many troubles wait for a person. */
@Component
class IncidentsCard implements HomeCard {
  private final Incidents incidents;

  IncidentsCard(Incidents incidents) {
    this.incidents = incidents;
  }

  @Override
  public int position() {
    return 80;
  }

  @Override
  public String titleKey() {
    return "journey.incidents";
  }

  @Override
  public Content content(Locale locale, Scope scope) {
    long open = incidents.open();
    Badge badge = open == 0 ? Badge.OK : Badge.WARN;
    return new Figures(new Figure("", Long.toString(open), "", badge, "/incidents?status=OPEN"));
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.CLERK, Role.AUDITOR);
  }
}
