package dev.ordo.desk;

import dev.ordo.access.Role;
import dev.ordo.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A task as it stands.
 *
 * @param assignee login of who took it, if anybody did
 * @param openedAt business time
 * @param dueAt business time
 * @param closing how it ended, if it did
 */
public record Task(
    long id,
    String kind,
    String subjectKind,
    long subjectId,
    Role ownerRole,
    Optional<String> assignee,
    String titleKey,
    List<String> args,
    Instant openedAt,
    Instant dueAt,
    Optional<Closing> closing) {

  /**
   * How a task ended.
   *
   * @param at business time
   * @param by login of who closed it, {@code system} when its condition became false
   */
  public record Closing(Instant at, String by, String why) {}

  /** A remark in the log of a task. */
  public record Note(Instant at, String login, String text) {}

  public boolean isOpen() {
    return closing.isEmpty();
  }

  public boolean isOverdue(Instant now) {
    return isOpen() && dueAt.isBefore(now);
  }

  public String path() {
    return "/tasks/" + Ids.text(id);
  }

  /** The subject's page by the convention of the console: the kind's lower-case plural. */
  public String subjectPath() {
    String plural = subjectKind.toLowerCase(Locale.ROOT).replace('_', '-') + "s";
    return "/" + plural + "/" + Ids.text(subjectId);
  }
}
