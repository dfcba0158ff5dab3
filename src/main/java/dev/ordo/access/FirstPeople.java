package dev.ordo.access;

import dev.ordo.shared.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Lets the first person in: a server without people makes its own administrator. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstPeople implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(FirstPeople.class);
  private static final String DEMO_PASSWORD = "ordo";

  private final Directory directory;
  private final PasswordEncoder passwords;
  private final AccessSettings settings;
  private final ApplicationEventPublisher events;

  FirstPeople(
      Directory directory,
      PasswordEncoder passwords,
      AccessSettings settings,
      ApplicationEventPublisher events) {
    this.directory = directory;
    this.passwords = passwords;
    this.settings = settings;
    this.events = events;
  }

  @Override
  public void run(ApplicationArguments args) {
    if (directory.isEmpty()) {
      if (settings.demoPeople()) {
        addDemoPeople();
      } else {
        addAdministrator();
      }
    }
    settings.demoKey().ifPresent(this::addDemoKey);
    if (settings.demoPeople()) {
      events.publishEvent(new DemoPeople(logins(), DEMO_PASSWORD));
    }
  }

  private void addAdministrator() {
    String password = Secrets.random(12);
    directory.add(
        "admin", "Administrator", passwords.encode(password), Set.of(Role.ADMIN), Scope.ALL);
    LOG.warn("First start: sign in as admin with password {} and change it.", password);
  }

  private void addDemoPeople() {
    String hash = passwords.encode(DEMO_PASSWORD);
    for (Role role : Role.values()) {
      if (role != Role.INTEGRATION) {
        directory.add(login(role), name(role), hash, Set.of(role), Scope.ALL);
      }
    }
  }

  private void addDemoKey(String key) {
    if (directory.byKey(key).isEmpty()) {
      directory.addKey("demo", key, Set.of(Role.INTEGRATION), Scope.ALL);
    }
  }

  private List<String> logins() {
    return directory.people().stream().map(Directory.Person::login).toList();
  }

  private static String login(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static String name(Role role) {
    String words = login(role).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
