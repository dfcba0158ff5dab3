package dev.ordo.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.TestDatabases;
import dev.ordo.shared.Scope;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** What becomes of a session when the rights of its person change. */
class StillEntitledTests {
  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-11-01T00:00:00Z"));
  private final JdbcClient jdbc = JdbcClient.create(TestDatabases.h2());
  private final Directory directory = new Directory(jdbc, TestDatabases.ids(), time::get);
  private final StillEntitled filter = new StillEntitled(directory, time::get);
  private final MockHttpSession session = new MockHttpSession();
  private SignedIn before;

  @BeforeEach
  void signIn() {
    directory.add("wang", "Wang", "hash", Set.of(Role.CLERK), Scope.ALL);
    before = directory.byLogin("wang").orElseThrow();
  }

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void theSessionOfADeactivatedPersonEndsWithinSeconds() throws Exception {
    assertThat(request()).isNotNull();
    jdbc.sql("UPDATE person SET active = FALSE WHERE login = 'wang'").update();
    time.updateAndGet(t -> t.plusSeconds(4));

    assertThat(request()).isNull();
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void anotherPasswordEndsTheSessionsOfTheOldOne() throws Exception {
    jdbc.sql("UPDATE person SET password_hash = 'other' WHERE login = 'wang'").update();

    assertThat(request()).isNull();
  }

  @Test
  void aRoleThatWasTakenAwayIsGoneInTheRunningSession() throws Exception {
    jdbc.sql("UPDATE access_grant SET code = 'VIEWER' WHERE code = 'CLERK'").update();

    assertThat(request().getAuthorities())
        .extracting(Object::toString)
        .containsExactly("ROLE_VIEWER");
  }

  @Test
  void aLoginRestsAfterFiveWrongPasswordsAndWakesAfterAMinute() {
    SignInAttempts attempts = new SignInAttempts(time::get);
    for (int i = 0; i < SignInAttempts.FREE; i++) {
      assertThat(attempts.mustRest("wang")).isFalse();
      attempts.failed(PeopleFixtures.wrongPassword("wang"));
    }
    assertThat(attempts.mustRest("wang")).isTrue();
    assertThat(before.resting().isAccountNonLocked()).isFalse();

    time.updateAndGet(t -> t.plusSeconds(61));
    assertThat(attempts.mustRest("wang")).isFalse();
  }

  private @Nullable Authentication request() throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                before, null, before.getAuthorities()));
    filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    return SecurityContextHolder.getContext().getAuthentication();
  }
}
