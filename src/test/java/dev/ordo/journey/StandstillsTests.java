package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.SettableClock;
import dev.ordo.StillServer;
import dev.ordo.WholeJourney;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class StandstillsTests extends StillServer {
  @Autowired private WholeJourney journey;
  @Autowired private Standstills standstills;
  @Autowired private Stages stages;
  @Autowired private SettableClock clock;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void whatDoesNotMoveIsATaskUntilItMoves() {
    long order = journey.released(this, "still-", 1).getFirst();
    clock.tick(Duration.ofHours(23));
    standstills.look();
    assertThat(open(order)).isEmpty();

    clock.tick(Duration.ofHours(2));
    standstills.look();
    standstills.look();
    assertThat(open(order)).containsExactly("STANDS_STILL");
    assertThat(standstills.unseen(jdbc)).isZero();

    stages.runBatch("plan-due");
    standstills.look();
    assertThat(open(order)).isEmpty();
  }

  @Test
  void aHeldOrderIsTheTaskOfWhoeverOwnsTheHold() {
    long order = journey.held(this, "still-held");
    clock.tick(Duration.ofHours(25));
    standstills.look();
    assertThat(
            jdbc.queryForList(
                "SELECT owner_role || ' ' || args FROM task WHERE subject_id = ?",
                String.class,
                order))
        .singleElement()
        .asString()
        .startsWith("CLERK ")
        .contains("still-held", "ADDRESS_");
  }

  private List<String> open(long subject) {
    return jdbc.queryForList(
        "SELECT kind FROM task WHERE subject_id = ? AND closed_at IS NULL", String.class, subject);
  }
}
