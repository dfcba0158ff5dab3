package dev.ordo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.TestDatabases;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Scope;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccessTests {
  static Stream<DataSource> databases() {
    return Stream.of(TestDatabases.h2(), TestDatabases.postgres());
  }

  private static Directory directory(DataSource source) {
    return new Directory(JdbcClient.create(source), TestDatabases.ids(), java.time.Instant::now);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aPersonKeepsRolesAndScope(DataSource source) {
    Directory directory = directory(source);
    Scope scope = new Scope(Set.of("TB1"), Set.of("WH-E"));
    directory.add("wang", "Wang", "hash", Set.of(Role.CLERK, Role.PURCHASER), scope);

    Actor actor = directory.byLogin("wang").orElseThrow().actor();

    assertThat(actor.scope()).isEqualTo(scope);
    assertThat(actor.may(Role.VIEWER)).isTrue();
    assertThat(actor.may(Role.OPS_MANAGER)).isFalse();
    assertThat(directory.people()).singleElement().returns(scope, Directory.Person::scope);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aKeyOpensUntilItIsRevoked(DataSource source) {
    Directory directory = directory(source);
    directory.addKey("shop feed", "ordo_secret", Set.of(Role.INTEGRATION), Scope.ALL);
    assertThat(directory.byKey("ordo_secret").orElseThrow().actor().login())
        .isEqualTo("key:shop feed");

    directory.revoke(directory.keys().getFirst().id());

    assertThat(directory.byKey("ordo_secret")).isEmpty();
    assertThat(directory.keys().getFirst().revokedAt()).isPresent();
  }

  @Test
  void aTakenLoginIsRefused() {
    Directory directory = directory(TestDatabases.h2());
    directory.add("li", "Li", "hash", Set.of(Role.VIEWER), Scope.ALL);

    assertThatThrownBy(() -> directory.add("li", "Li", "hash", Set.of(Role.VIEWER), Scope.ALL))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("taken");
  }

  @Test
  void theAdministratorMayEverything() {
    assertThat(Role.ADMIN.covered()).containsExactlyInAnyOrder(Role.values());
  }

  @Test
  void outsideRequestsTheSystemActs() {
    JdbcClient jdbc = JdbcClient.create(TestDatabases.h2());
    People people =
        new People(jdbc, TestDatabases.ids(), new dev.ordo.SettableClock(java.time.Instant.now()));

    people.did("HOLD_CLEARED", "ORDER", 7, "x".repeat(900));

    assertThat(
            jdbc.sql("SELECT login || ' ' || length(detail) FROM act").query(String.class).single())
        .isEqualTo("system 500");
  }
}
