package dev.ordo.access;

import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People and API keys as they are stored, with their roles and scopes. */
@Component
class Directory {
  /** A person as the administrator sees them. */
  record Person(long id, String login, String name, boolean active, Set<Role> roles, Scope scope) {}

  /** An API key as the administrator sees it; the key itself is shown once, when it is made. */
  record ApiKey(
      long id,
      String name,
      String hint,
      Instant createdAt,
      Optional<Instant> revokedAt,
      Set<Role> roles,
      Scope scope) {}

  private record Grants(Map<Long, Set<Role>> roles, Map<Long, Scope> scopes) {
    Set<Role> rolesOf(long holder) {
      return roles.getOrDefault(holder, Set.of());
    }

    Scope scopeOf(long holder) {
      return scopes.getOrDefault(holder, Scope.ALL);
    }
  }

  private final JdbcClient jdbc;
  private final Ids ids;
  private final MachineClock clock;

  Directory(JdbcClient jdbc, Ids ids, MachineClock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  boolean isEmpty() {
    return jdbc.sql("SELECT count(*) FROM person").query(Long.class).single() == 0;
  }

  List<Person> people() {
    Grants grants = grants();
    return jdbc.sql("SELECT id, login, name, active FROM person ORDER BY login")
        .query((row, i) -> person(row, grants))
        .list();
  }

  private static Person person(ResultSet row, Grants grants) throws SQLException {
    long id = row.getLong("id");
    return new Person(
        id,
        row.getString("login"),
        row.getString("name"),
        row.getBoolean("active"),
        grants.rolesOf(id),
        grants.scopeOf(id));
  }

  List<ApiKey> keys() {
    Grants grants = grants();
    return jdbc.sql("SELECT id, name, hint, created_at, revoked_at FROM api_key ORDER BY id DESC")
        .query((row, i) -> key(row, grants))
        .list();
  }

  private static ApiKey key(ResultSet row, Grants grants) throws SQLException {
    long id = row.getLong("id");
    OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
    return new ApiKey(
        id,
        row.getString("name"),
        row.getString("hint"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(revoked).map(OffsetDateTime::toInstant),
        grants.rolesOf(id),
        grants.scopeOf(id));
  }

  Optional<SignedIn> byLogin(String login) {
    return jdbc.sql("SELECT id, login, name, password_hash, active FROM person WHERE login = ?")
        .param(login)
        .query(
            (row, i) ->
                new SignedIn(
                    actor(row.getLong("id"), row.getString("login"), row.getString("name")),
                    row.getString("password_hash"),
                    row.getBoolean("active")))
        .optional();
  }

  Optional<SignedIn> byKey(String key) {
    return jdbc.sql("SELECT id, name FROM api_key WHERE key_hash = ? AND revoked_at IS NULL")
        .param(Secrets.digest(key))
        .query(
            (row, i) -> {
              String name = row.getString("name");
              return new SignedIn(actor(row.getLong("id"), "key:" + name, name), "", true);
            })
        .optional();
  }

  private Actor actor(long holder, String login, String name) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Set<String> shops = new HashSet<>();
    Set<String> warehouses = new HashSet<>();
    jdbc.sql("SELECT kind, code FROM access_grant WHERE holder_id = ?")
        .param(holder)
        .query((RowCallbackHandler) row -> collect(row, roles, shops, warehouses));
    return new Actor(login, name, roles, new Scope(shops, warehouses));
  }

  private static void collect(
      ResultSet row, Set<Role> roles, Set<String> shops, Set<String> warehouses)
      throws SQLException {
    String code = row.getString("code");
    switch (row.getString("kind")) {
      case "ROLE" -> roles.add(Role.valueOf(code));
      case "SHOP" -> shops.add(code);
      default -> warehouses.add(code);
    }
  }

  private Grants grants() {
    Map<Long, Set<Role>> roles = new HashMap<>();
    Map<Long, Set<String>> shops = new HashMap<>();
    Map<Long, Set<String>> warehouses = new HashMap<>();
    jdbc.sql("SELECT holder_id, kind, code FROM access_grant")
        .query(
            row -> {
              long holder = row.getLong("holder_id");
              collect(
                  row,
                  roles.computeIfAbsent(holder, h -> EnumSet.noneOf(Role.class)),
                  shops.computeIfAbsent(holder, h -> new HashSet<>()),
                  warehouses.computeIfAbsent(holder, h -> new HashSet<>()));
            });
    Map<Long, Scope> scopes = new HashMap<>();
    roles
        .keySet()
        .forEach(
            holder ->
                scopes.put(
                    holder,
                    new Scope(
                        shops.getOrDefault(holder, Set.of()),
                        warehouses.getOrDefault(holder, Set.of()))));
    return new Grants(roles, scopes);
  }

  @Transactional
  void add(String login, String name, String passwordHash, Set<Role> roles, Scope scope) {
    if (!login.matches("[a-z0-9._-]{2,40}")) {
      throw new Refusal("login", login, "Give 2-40 of a-z, 0-9, dot, dash or underscore.");
    }
    if (byLogin(login).isPresent()) {
      throw new Refusal("login", login, "This login is taken; choose another.");
    }
    long id = ids.next();
    jdbc.sql(
            """
            INSERT INTO person (id, login, name, password_hash, active, created_at)
            VALUES (?, ?, ?, ?, TRUE, ?)\
            """)
        .params(id, login, name, passwordHash, Timestamp.from(clock.now()))
        .update();
    grant(id, roles, scope);
  }

  @Transactional
  void addKey(String name, String key, Set<Role> roles, Scope scope) {
    if (!name.matches("[\\p{L}\\p{N}._ -]{2,40}")) {
      throw new Refusal("name", name, "Give 2-40 letters, digits, spaces, dots or dashes.");
    }
    long id = ids.next();
    jdbc.sql(
            """
            INSERT INTO api_key (id, name, key_hash, hint, created_at)
            VALUES (?, ?, ?, ?, ?)\
            """)
        .params(id, name, Secrets.digest(key), key.substring(0, 4), Timestamp.from(clock.now()))
        .update();
    grant(id, roles, scope);
  }

  @Transactional
  void change(long person, Set<Role> roles, Scope scope, boolean active) {
    jdbc.sql("UPDATE person SET active = ? WHERE id = ?").params(active, person).update();
    jdbc.sql("DELETE FROM access_grant WHERE holder_id = ?").param(person).update();
    grant(person, roles, scope);
  }

  void password(String login, String passwordHash) {
    jdbc.sql("UPDATE person SET password_hash = ? WHERE login = ?")
        .params(passwordHash, login)
        .update();
  }

  void revoke(long key) {
    jdbc.sql("UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
        .params(Timestamp.from(clock.now()), key)
        .update();
  }

  private void grant(long holder, Set<Role> roles, Scope scope) {
    if (roles.isEmpty()) {
      throw new Refusal("roles", "", "Give at least one role.");
    }
    grant(holder, "ROLE", roles.stream().map(Role::name).toList());
    grant(holder, "SHOP", scope.shops());
    grant(holder, "WAREHOUSE", scope.warehouses());
  }

  private void grant(long holder, String kind, Collection<String> codes) {
    for (String code : codes) {
      jdbc.sql("INSERT INTO access_grant (holder_id, kind, code) VALUES (?, ?, ?)")
          .params(holder, kind, code)
          .update();
    }
  }
}
