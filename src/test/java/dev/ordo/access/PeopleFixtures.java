package dev.ordo.access;

import dev.ordo.TestDatabases;
import dev.ordo.shared.Scope;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.core.context.SecurityContextHolder;

/** People on a test database, outside any request. */
public final class PeopleFixtures {
  private PeopleFixtures() {}

  /** Runs as a clerk who also works in the warehouse and sees only this. */
  public static void as(Scope scope, Runnable act) {
    Actor actor = new Actor("lin", "Lin", Set.of(Role.CLERK, Role.WAREHOUSE), scope);
    SignedIn known = new SignedIn(actor, "", true);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                known, null, SignedIn.authorities(actor)));
    try {
      act.run();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  public static People people(DataSource source) {
    return new People(
        JdbcClient.create(source), TestDatabases.ids(), new dev.ordo.SettableClock(Instant.now()));
  }

  static AuthenticationFailureBadCredentialsEvent wrongPassword(String login) {
    return new AuthenticationFailureBadCredentialsEvent(
        UsernamePasswordAuthenticationToken.unauthenticated(login, "wrong"),
        new BadCredentialsException("wrong"));
  }
}
