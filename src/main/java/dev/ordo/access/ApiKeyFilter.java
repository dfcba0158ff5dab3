package dev.ordo.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in callers that show an API key in the header {@code X-Api-Key}. */
final class ApiKeyFilter extends OncePerRequestFilter {
  static final String HEADER = "X-Api-Key";

  private final Directory directory;
  private final ProblemAnswers answers;

  ApiKeyFilter(Directory directory, ProblemAnswers answers) {
    this.directory = directory;
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(HEADER);
    if (key == null) {
      chain.doFilter(request, response);
      return;
    }
    Optional<SignedIn> caller = directory.byKey(key);
    if (caller.isEmpty()) {
      answers.commence(request, response, new BadCredentialsException("Unknown API key."));
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            caller.get(), null, caller.get().getAuthorities()));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }
}
