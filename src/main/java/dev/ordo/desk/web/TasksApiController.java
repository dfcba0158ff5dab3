package dev.ordo.desk.web;

import dev.ordo.access.Role;
import dev.ordo.console.Listing;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Task;
import dev.ordo.desk.TaskFilter;
import dev.ordo.desk.Tasks;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tasks for other systems: list, open, done. */
@RestController
@RequestMapping("/api/tasks")
class TasksApiController {
  /** A task in JSON; ids are strings. */
  record Shown(
      String id,
      String kind,
      String subjectKind,
      String subjectId,
      Role ownerRole,
      @Nullable String assignee,
      Instant openedAt,
      Instant dueAt,
      boolean open) {
    static Shown of(Task task) {
      return new Shown(
          Ids.text(task.id()),
          task.kind(),
          task.subjectKind(),
          Ids.text(task.subjectId()),
          task.ownerRole(),
          task.assignee().orElse(null),
          task.openedAt(),
          task.dueAt(),
          task.isOpen());
    }
  }

  /** A page of tasks; {@code next} is the cursor of the following one, null at the end. */
  record ShownPage(List<Shown> rows, @Nullable String next) {}

  /** What is sent to open a task. */
  record Asked(
      @Nullable String kind,
      @Nullable String subjectKind,
      @Nullable String subjectId,
      @Nullable String dedupeKey,
      @Nullable Role ownerRole,
      @Nullable String titleKey,
      @Nullable List<String> args,
      @Nullable Instant dueAt) {
    NewTask task() {
      List<Refusal.Fault> faults = new ArrayList<>();
      required("kind", kind, faults);
      required("subjectKind", subjectKind, faults);
      required("subjectId", subjectId, faults);
      required("dedupeKey", dedupeKey, faults);
      required("ownerRole", ownerRole, faults);
      required("titleKey", titleKey, faults);
      required("dueAt", dueAt, faults);
      if (!faults.isEmpty()) {
        throw new Refusal(faults);
      }
      return new NewTask(
          Objects.requireNonNull(kind),
          Objects.requireNonNull(subjectKind),
          Ids.parse(Objects.requireNonNull(subjectId)),
          Objects.requireNonNull(dedupeKey),
          Objects.requireNonNull(ownerRole),
          Objects.requireNonNull(titleKey),
          Objects.requireNonNullElse(args, List.of()),
          Objects.requireNonNull(dueAt));
    }

    private static void required(String field, @Nullable Object value, List<Refusal.Fault> faults) {
      if (value == null || value.toString().isBlank()) {
        faults.add(new Refusal.Fault(field, "", "Give this field."));
      }
    }
  }

  private final Tasks tasks;

  TasksApiController(Tasks tasks) {
    this.tasks = tasks;
  }

  @GetMapping
  ShownPage list(
      @RequestParam Optional<Role> owner,
      @RequestParam Optional<String> kind,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam Optional<String> cursor) {
    TaskFilter filter =
        new TaskFilter(owner.map(Set::of).orElse(Set.of()), kind, Optional.empty(), open);
    List<Task> found = tasks.list(filter, Listing.before(cursor), Listing.SIZE + 1);
    Listing<Task> listing = Listing.of(found, Listing.SIZE, Task::id);
    return new ShownPage(
        listing.rows().stream().map(Shown::of).toList(), listing.next().orElse(null));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  void open(@RequestBody Asked asked) {
    tasks.open(asked.task());
  }

  @PostMapping("/{id}/done")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void done(@PathVariable String id, @RequestParam(defaultValue = "DONE") String why) {
    tasks.done(Ids.parse(id), why);
  }
}
