package dev.ordo.access;

import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The door of this module: who is acting now, and the log of what people did. */
@Component
public class People {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final BusinessClock clock;

  public People(JdbcClient jdbc, Ids ids, BusinessClock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** The person or API key of the current request, {@link Actor#SYSTEM} outside requests. */
  public Actor actor() {
    Authentication current = SecurityContextHolder.getContext().getAuthentication();
    return current != null && current.getPrincipal() instanceof SignedIn known
        ? known.actor()
        : Actor.SYSTEM;
  }

  /**
   * Notes an act of the current actor, in the caller's transaction.
   *
   * @param action stable code in upper case, such as {@code HOLD_CLEARED}
   * @param subjectKind what it was done to, such as {@code ORDER}
   * @param subjectId id of the subject, 0 where there is none
   * @param detail reason or change, without personal data; cut to 500 characters
   */
  public void did(String action, String subjectKind, long subjectId, String detail) {
    jdbc.sql(
            """
            INSERT INTO act (id, at, login, action, subject_kind, subject_id, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?)\
            """)
        .param(ids.next())
        .param(Timestamp.from(clock.now()))
        .param(actor().login())
        .param(action)
        .param(subjectKind)
        .param(subjectId)
        .param(detail.length() > 500 ? detail.substring(0, 500) : detail)
        .update();
  }
}
