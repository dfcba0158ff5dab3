package dev.ordo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.TestDatabases;
import dev.ordo.access.People;
import dev.ordo.access.PeopleFixtures;
import dev.ordo.access.Role;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class TasksTests {
  private static final Instant DUE = Instant.parse("2026-11-30T08:00:00Z");

  static Stream<Tasks> tasks() {
    return Stream.of(TestDatabases.h2(), TestDatabases.postgres()).map(TasksTests::on);
  }

  private static Tasks on(DataSource source) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    Ids ids = TestDatabases.ids();
    People people =
        new People(JdbcClient.create(jdbc), ids, new dev.ordo.SettableClock(Instant.now()));
    return new Tasks(jdbc, ids, TestDatabases.clock(), people, JsonMapper.shared(), none());
  }

  private static ObjectProvider<WhenDone> none() {
    return new DefaultListableBeanFactory().getBeanProvider(WhenDone.class);
  }

  private static NewTask task(String kind, String key) {
    return new NewTask(kind, "PARCEL", 77, key, Role.CLERK, "desk.late", List.of("a, \"b\""), DUE);
  }

  private static List<Task> open(Tasks tasks, String kind) {
    return tasks.list(
        new TaskFilter(Set.of(), Optional.of(kind), Optional.empty(), true), Long.MAX_VALUE, 10);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void anOpenKeyIsOpenedOnce(Tasks tasks) {
    tasks.openAll(List.of(task("ONCE", "once:1"), task("ONCE", "once:1")));
    tasks.open(task("ONCE", "once:1"));

    assertThat(open(tasks, "ONCE"))
        .singleElement()
        .returns(List.of("a, \"b\""), Task::args)
        .returns(DUE, Task::dueAt);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void peopleSeeTheTasksOfTheirShopsAndWarehousesOnly(Tasks tasks) {
    tasks.openAll(
        List.of(
            task("PLACED", "placed:1").ofShop("TB1").inWarehouse("SH1"),
            task("PLACED", "placed:2").ofShop("TB2"),
            task("PLACED", "placed:3").inWarehouse("GZ1"),
            task("PLACED", "placed:4")));
    long foreign = open(tasks, "PLACED").get(1).id();

    PeopleFixtures.as(
        new Scope(Set.of("TB1"), Set.of("SH1")),
        () -> {
          assertThat(open(tasks, "PLACED")).hasSize(2);
          assertThat(tasks.load()).singleElement().returns(2L, Tasks.Load::open);
          assertThat(tasks.find(foreign)).isEmpty();
          assertThatThrownBy(() -> tasks.done(foreign, "mine"))
              .hasMessageContaining("There is no such task");
        });
    assertThat(open(tasks, "PLACED")).hasSize(4);
    tasks.closeAll(List.of("placed:1", "placed:2", "placed:3", "placed:4"), "");
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void theSameTroubleCanComeAgain(Tasks tasks) {
    tasks.open(task("AGAIN", "again:1"));
    Task first = open(tasks, "AGAIN").getFirst();
    tasks.closeAll(List.of("again:1", "again:unknown"), "CONDITION_GONE");
    assertThat(open(tasks, "AGAIN")).isEmpty();
    assertThat(tasks.find(first.id()).orElseThrow().closing().orElseThrow())
        .returns("system", Task.Closing::by)
        .returns("CONDITION_GONE", Task.Closing::why);

    tasks.open(task("AGAIN", "again:1"));

    assertThat(open(tasks, "AGAIN")).singleElement().isNotEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void aTaskIsTakenNotedAndDone(Tasks tasks) {
    tasks.open(task("ROUND", "round:1"));
    long id = open(tasks, "ROUND").getFirst().id();

    tasks.take(id);
    tasks.note(id, "Rang the carrier");
    tasks.done(id, "DONE");

    assertThat(tasks.notes(id)).extracting(Task.Note::text).containsExactly("Rang the carrier");
    assertThat(tasks.load()).isEmpty();
    assertThat(tasks.find(id).orElseThrow())
        .returns(Optional.of("system"), Task::assignee)
        .returns(false, Task::isOpen);
  }
}
