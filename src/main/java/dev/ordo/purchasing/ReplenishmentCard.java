package dev.ordo.purchasing;

import dev.ordo.access.Role;
import dev.ordo.console.Badge;
import dev.ordo.console.Cell;
import dev.ordo.console.HomeCard;
import dev.ordo.shared.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The most urgent purchases on the home page. */
@Component
class ReplenishmentCard implements HomeCard {
  private static final int SHOWN = 5;

  private final Replenishing replenishing;

  ReplenishmentCard(Replenishing replenishing) {
    this.replenishing = replenishing;
  }

  @Override
  public int position() {
    return 190;
  }

  @Override
  public int width() {
    return 2;
  }

  @Override
  public String titleKey() {
    return "purchasing.replenishment";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.PURCHASER, Role.OPS_MANAGER, Role.AUDITOR);
  }

  @Override
  public Content content(Locale locale, Scope scope) {
    return new Rows(
        List.of("purchasing.sku", "purchasing.available", "purchasing.to-safety", "purchasing.qty"),
        replenishing.open(SHOWN).stream().map(ReplenishmentCard::cells).toList());
  }

  private static List<Cell> cells(Proposal proposal) {
    boolean urgent = proposal.daysShort() > 0;
    return List.of(
        Cell.link(proposal.sku(), "/replenishment"),
        Cell.number(proposal.available()),
        Cell.badge(Integer.toString(proposal.daysToSafety()), urgent ? Badge.BAD : Badge.WARN),
        Cell.number(proposal.qty()));
  }
}
