package dev.ordo.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, newest first. */
@Controller
@PreAuthorize("hasRole('AUDITOR')")
class ActsPage {
  private static final int SIZE = 50;

  record Act(
      long id,
      Instant at,
      String login,
      String action,
      String subjectKind,
      long subjectId,
      String detail) {}

  private final JdbcClient jdbc;

  ActsPage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @GetMapping("/acts")
  String acts(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long cursor,
      Model model) {
    List<Act> found = found(q.strip(), cursor);
    model.addAttribute("q", q);
    model.addAttribute("acts", found.subList(0, Math.min(SIZE, found.size())));
    model.addAttribute("next", found.size() > SIZE ? "" + found.get(SIZE - 1).id() : "");
    return "access/acts";
  }

  private List<Act> found(String q, long cursor) {
    return jdbc.sql(
            """
            SELECT id, at, login, action, subject_kind, subject_id, detail FROM act
             WHERE id < :cursor AND (:q = '' OR login = :q OR action = :q OR subject_kind = :q)
             ORDER BY id DESC LIMIT :size\
            """)
        .param("cursor", cursor)
        .param("q", q)
        .param("size", SIZE + 1)
        .query(ActsPage::act)
        .list();
  }

  private static Act act(ResultSet row, int index) throws SQLException {
    return new Act(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("login"),
        row.getString("action"),
        row.getString("subject_kind"),
        row.getLong("subject_id"),
        row.getString("detail"));
  }
}
