package dev.ordo.console;

import dev.ordo.access.Actor;
import dev.ordo.access.People;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The home page: one card per module that has something to say. */
@Controller
class HomePage {
  private static final Logger LOG = LoggerFactory.getLogger(HomePage.class);

  /** A card as the template draws it; exactly one of the last three has content. */
  public record Drawn(
      String id,
      String titleKey,
      int width,
      List<HomeCard.Figure> figures,
      List<HomeCard.Rows> tables,
      String chart,
      int height) {}

  private final List<HomeCard> cards;
  private final People people;
  private final JsonMapper json;

  HomePage(List<HomeCard> cards, People people, JsonMapper json) {
    this.cards = cards.stream().sorted(Comparator.comparingInt(HomeCard::position)).toList();
    this.people = people;
    this.json = json;
  }

  @GetMapping("/")
  String home(Model model, Locale locale) {
    model.addAttribute("cards", drawn(locale));
    return "console/home";
  }

  @GetMapping("/home/cards")
  String cards(Model model, Locale locale) {
    model.addAttribute("cards", drawn(locale));
    return "console/home :: cards";
  }

  private List<Drawn> drawn(Locale locale) {
    Actor actor = people.actor();
    return cards.stream()
        .filter(card -> actor.mayAny(card.roles()))
        .map(card -> draw(card, actor, locale))
        .toList();
  }

  /** One card that fails must not take the page with it. */
  private Drawn draw(HomeCard card, Actor actor, Locale locale) {
    try {
      return draw(card, card.content(locale, actor.scope()));
    } catch (RuntimeException e) {
      LOG.error("The home card {} could not be drawn.", card.titleKey(), e);
      return draw(card, new HomeCard.Figures(new HomeCard.Figure("", "–")));
    }
  }

  private Drawn draw(HomeCard card, HomeCard.Content content) {
    String id = "card-" + card.titleKey().replace('.', '-');
    return switch (content) {
      case HomeCard.Figures f ->
          new Drawn(id, card.titleKey(), card.width(), f.figures(), List.of(), "", 0);
      case HomeCard.Rows rows ->
          new Drawn(id, card.titleKey(), card.width(), List.of(), List.of(rows), "", 0);
      case HomeCard.Chart chart ->
          new Drawn(
              id,
              card.titleKey(),
              card.width(),
              List.of(),
              List.of(),
              json.writeValueAsString(chart.option()),
              chart.height());
    };
  }
}
