package dev.ordo.desk;

import dev.ordo.console.Badge;
import dev.ordo.console.Cell;
import dev.ordo.console.HomeCard;
import dev.ordo.console.Words;
import dev.ordo.shared.Scope;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What waits for people, by role. */
@Component
class TasksCard implements HomeCard {
  private final Tasks tasks;
  private final Words words;

  TasksCard(Tasks tasks, Words words) {
    this.tasks = tasks;
    this.words = words;
  }

  @Override
  public int position() {
    return 300;
  }

  @Override
  public int width() {
    return 2;
  }

  @Override
  public String titleKey() {
    return "desk.open";
  }

  @Override
  public Content content(Locale locale, Scope scope) {
    return new Rows(
        List.of("desk.owner", "desk.open.count", "desk.overdue"),
        tasks.load().stream().map(load -> row(load, locale)).toList());
  }

  private List<Cell> row(Tasks.Load load, Locale locale) {
    String role = words.of("access.role." + load.owner(), locale);
    String late = Long.toString(load.overdue());
    return List.of(
        Cell.link(role, "/tasks?view=all&owner=" + load.owner()),
        Cell.number(load.open()),
        new Cell(late, "", load.overdue() > 0 ? Badge.BAD : Badge.NONE, true));
  }
}
