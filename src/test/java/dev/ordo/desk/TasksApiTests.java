package dev.ordo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.RunningServer;
import dev.ordo.access.Role;
import dev.ordo.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TasksApiTests extends RunningServer {
  private static final Instant DUE = Instant.parse("2026-11-30T08:00:00Z");
  private static final TaskFilter ALL =
      new TaskFilter(Set.of(), Optional.of("FOREIGN"), Optional.empty(), true);

  private final Tasks tasks;

  @Autowired
  TasksApiTests(Tasks tasks) {
    this.tasks = tasks;
  }

  @Test
  void theApiOpensAndLists() {
    String json =
        """
        {"kind":"API","subjectKind":"ORDER","subjectId":"1A","dedupeKey":"api:1",
         "ownerRole":"CLERK","titleKey":"desk.tasks","dueAt":"2026-11-30T08:00:00Z"}\
        """;
    assertThat(post("/api/tasks", json).statusCode()).isEqualTo(202);
    assertThat(post("/api/tasks", json).statusCode()).isEqualTo(202);

    assertThat(get("/api/tasks?kind=API").body())
        .containsOnlyOnce("\"kind\":\"API\"")
        .contains("\"subjectId\":\"1A\"");
  }

  @Test
  void aKeyWithoutTheOwnerRoleCannotSayDone() {
    tasks.open(
        new NewTask("FOREIGN", "ORDER", 1, "foreign:1", Role.CLERK, "desk.late", List.of(), DUE));
    String id = Ids.text(tasks.list(ALL, Long.MAX_VALUE, 50).getFirst().id());

    assertThat(post("/api/tasks/" + id + "/done", "").statusCode()).isEqualTo(403);
  }
}
