package dev.ordo.access;

import dev.ordo.shared.MachineClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session lives for hours, rights may end in between: whoever was deactivated or has another
 * password is out, whoever has other roles has them, on every node within seconds.
 */
final class StillEntitled extends OncePerRequestFilter {
  private static final Duration BELIEVED = Duration.ofSeconds(3);

  private record Seen(Optional<SignedIn> person, Instant until) {}

  private final Directory directory;
  private final MachineClock clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  StillEntitled(Directory directory, MachineClock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication given = SecurityContextHolder.getContext().getAuthentication();
    HttpSession session = request.getSession(false);
    if (session != null && given != null && given.getPrincipal() instanceof SignedIn person) {
      SecurityContextHolder.setContext(context(person, session));
    }
    chain.doFilter(request, response);
  }

  private SecurityContext context(SignedIn person, HttpSession session) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    Optional<SignedIn> now =
        now(person.getUsername())
            .filter(SignedIn::active)
            .filter(p -> p.passwordHash().equals(person.passwordHash()));
    if (now.isEmpty()) {
      session.invalidate();
      return context;
    }
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            now.get(), null, now.get().getAuthorities()));
    return context;
  }

  private Optional<SignedIn> now(String login) {
    Instant time = clock.now();
    Seen known = seen.get(login);
    if (known == null || known.until.isBefore(time)) {
      known = new Seen(directory.byLogin(login), time.plus(BELIEVED));
      seen.put(login, known);
    }
    return known.person;
  }
}
