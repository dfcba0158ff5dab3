package dev.ordo.access;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.ordo.shared.MachineClock;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.expression.method.DefaultMethodSecurityExpressionHandler;
import org.springframework.security.access.expression.method.MethodSecurityExpressionHandler;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** Who gets in where: machines by key or basic at the API, people by form everywhere else. */
@Configuration
@EnableMethodSecurity
class AccessConfiguration {
  private static final String[] PUBLIC = {
    "/login",
    "/console.css",
    "/console.js",
    "/login.js",
    "/logo.svg",
    "/favicon.ico",
    "/webjars/**",
    "/error"
  };
  private static final String[] DOERS =
      Arrays.stream(Role.values())
          .filter(role -> role != Role.VIEWER && role != Role.AUDITOR)
          .map(Role::name)
          .toArray(String[]::new);
  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data: blob:; frame-ancestors 'self'; form-action 'self'; "
          + "base-uri 'self'; object-src 'none'";

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  @Bean
  UserDetailsService peopleWhoMaySignIn(Directory directory, SignInAttempts attempts) {
    return login ->
        directory
            .byLogin(login)
            .map(person -> attempts.mustRest(login) ? person.resting() : person)
            .orElseThrow(() -> new UsernameNotFoundException("No such login."));
  }

  @Bean
  static RoleHierarchy roleHierarchy() {
    RoleHierarchyImpl.Builder hierarchy = RoleHierarchyImpl.withDefaultRolePrefix();
    for (Role role : Role.values()) {
      if (!role.implied().isEmpty()) {
        hierarchy
            .role(role.name())
            .implies(role.implied().stream().map(Role::name).toArray(String[]::new));
      }
    }
    return hierarchy.build();
  }

  @Bean
  static MethodSecurityExpressionHandler methodSecurityExpressionHandler(RoleHierarchy roles) {
    var handler = new DefaultMethodSecurityExpressionHandler();
    handler.setRoleHierarchy(roles);
    return handler;
  }

  /** Paths whose callers the modules check themselves. */
  @Bean
  @Order(1)
  SecurityFilterChain openPaths(HttpSecurity http, ObjectProvider<OpenPaths> contributed)
      throws Exception {
    List<String> patterns =
        contributed.orderedStream().flatMap(open -> open.patterns().stream()).toList();
    if (patterns.isEmpty()) {
      http.securityMatcher(request -> false);
    } else {
      http.securityMatcher(patterns.toArray(String[]::new));
    }
    return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** The API documentation is for people with a session and for machines with a key. */
  @Bean
  @Order(2)
  SecurityFilterChain documentation(HttpSecurity http, Directory directory) throws Exception {
    http.securityMatcher(
        "/api/docs",
        "/api/docs/**",
        "/api/swagger-ui/**",
        "/api/openapi/**",
        "/api/openapi",
        "/api/openapi.yaml");
    ProblemAnswers answers = new ProblemAnswers();
    return people(http.authorizeHttpRequests(all -> all.anyRequest().authenticated()))
        .httpBasic(basic -> basic.authenticationEntryPoint(answers))
        .addFilterBefore(new ApiKeyFilter(directory, answers), BasicAuthenticationFilter.class)
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain machines(HttpSecurity http, Directory directory) throws Exception {
    ProblemAnswers answers = new ProblemAnswers();
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(AccessConfiguration::readersReadAndOnlyDoersChange)
        .httpBasic(basic -> basic.authenticationEntryPoint(answers))
        .exceptionHandling(e -> e.authenticationEntryPoint(answers).accessDeniedHandler(answers))
        .addFilterBefore(new ApiKeyFilter(directory, answers), BasicAuthenticationFilter.class)
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain pages(HttpSecurity http, Directory directory, MachineClock clock)
      throws Exception {
    http.addFilterBefore(new StillEntitled(directory, clock), AuthorizationFilter.class);
    http.authorizeHttpRequests(
        all ->
            all.requestMatchers(PUBLIC)
                .permitAll()
                .requestMatchers(EndpointRequest.to("health"))
                .permitAll()
                .requestMatchers(EndpointRequest.toAnyEndpoint())
                .hasRole(Role.ADMIN.name())
                .requestMatchers("/profile/**")
                .hasRole(Role.VIEWER.name()));
    http.authorizeHttpRequests(AccessConfiguration::readersReadAndOnlyDoersChange);
    return people(http).httpBasic(withDefaults()).build();
  }

  /** Viewers and auditors change nothing anywhere, whatever a single page forgot to guard. */
  private static void readersReadAndOnlyDoersChange(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .requestMatchers(HttpMethod.GET)
        .hasRole(Role.VIEWER.name())
        .requestMatchers(HttpMethod.HEAD)
        .hasRole(Role.VIEWER.name())
        .anyRequest()
        .hasAnyRole(DOERS);
  }

  private static HttpSecurity people(HttpSecurity http) throws Exception {
    return http.formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/").permitAll())
        .logout(out -> out.logoutSuccessUrl("/login?out"))
        .headers(
            headers ->
                headers
                    .frameOptions(frame -> frame.sameOrigin())
                    .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY)));
  }
}
