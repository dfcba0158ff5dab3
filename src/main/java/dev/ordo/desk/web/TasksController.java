package dev.ordo.desk.web;

import dev.ordo.access.Actor;
import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.console.Listing;
import dev.ordo.desk.Task;
import dev.ordo.desk.TaskFilter;
import dev.ordo.desk.Tasks;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The task list, a task and what people do with it. */
@Controller
class TasksController {
  /** The tabs of the list. */
  enum View {
    QUEUE,
    MINE,
    ALL,
    CLOSED
  }

  private final Tasks tasks;
  private final People people;
  private final BusinessClock clock;

  TasksController(Tasks tasks, People people, BusinessClock clock) {
    this.tasks = tasks;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping("/tasks")
  String list(
      @RequestParam(defaultValue = "QUEUE") String view,
      @RequestParam Optional<String> kind,
      @RequestParam Optional<Role> owner,
      @RequestParam Optional<String> cursor,
      Model model) {
    View chosen = View.valueOf(view.toUpperCase(java.util.Locale.ROOT));
    TaskFilter filter = filter(chosen, kind, owner, people.actor());
    List<Task> found = tasks.list(filter, Listing.before(cursor), Listing.SIZE + 1);
    model.addAttribute("listing", Listing.of(found, Listing.SIZE, Task::id));
    model.addAttribute("view", chosen);
    model.addAttribute("views", View.values());
    model.addAttribute("kind", kind.orElse(""));
    model.addAttribute("kinds", tasks.openKinds());
    model.addAttribute("owner", owner.map(Role::name).orElse(""));
    model.addAttribute("now", clock.now());
    return "desk/tasks";
  }

  private static TaskFilter filter(
      View view, Optional<String> kind, Optional<Role> owner, Actor actor) {
    Optional<String> wanted = kind.filter(k -> !k.isEmpty());
    return switch (view) {
      case QUEUE -> new TaskFilter(owners(owner, actor), wanted, Optional.empty(), true);
      case MINE -> new TaskFilter(Set.of(), wanted, Optional.of(actor.login()), true);
      case ALL -> new TaskFilter(only(owner), wanted, Optional.empty(), true);
      case CLOSED -> new TaskFilter(only(owner), wanted, Optional.empty(), false);
    };
  }

  private static Set<Role> owners(Optional<Role> owner, Actor actor) {
    return owner.isPresent()
        ? only(owner)
        : Arrays.stream(Role.values()).filter(actor::may).collect(Collectors.toSet());
  }

  private static Set<Role> only(Optional<Role> owner) {
    return owner.map(Set::of).orElse(Set.of());
  }

  @GetMapping("/tasks/{id}")
  String task(@PathVariable String id, Model model) {
    Task task =
        tasks
            .find(Ids.parse(id))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("task", task);
    model.addAttribute("notes", tasks.notes(task.id()));
    model.addAttribute("mayAct", task.isOpen() && people.actor().may(task.ownerRole()));
    model.addAttribute("now", clock.now());
    return "desk/task";
  }

  @PostMapping("/tasks/{id}/take")
  String take(@PathVariable String id) {
    tasks.take(Ids.parse(id));
    return "redirect:/tasks/" + id;
  }

  @PostMapping("/tasks/{id}/note")
  String note(@PathVariable String id, @RequestParam String text) {
    tasks.note(Ids.parse(id), text);
    return "redirect:/tasks/" + id;
  }

  @PostMapping("/tasks/{id}/done")
  String done(@PathVariable String id, @RequestParam(defaultValue = "DONE") String why) {
    tasks.done(Ids.parse(id), why.isBlank() ? "DONE" : why);
    return "redirect:/tasks";
  }
}
