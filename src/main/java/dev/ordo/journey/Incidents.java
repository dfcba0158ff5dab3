package dev.ordo.journey;

import dev.ordo.journey.Incident.Status;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Sha256;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Whatever cannot be worked waits here for a person: never dropped, never blocking the rest. */
@Component
public class Incidents {
  private static final String COLUMNS =
      "id, source, kind, subject, status, seen, first_at, last_at, faults";
  private static final TypeReference<List<Refusal.Fault>> FAULTS = new TypeReference<>() {};

  /** Characters of a digest that people tell payloads apart by. */
  private static final int SHORT = 12;

  private static final Duration KEPT = Duration.ofDays(30);

  private final JdbcTemplate jdbc;
  private final Ids ids;
  private final BusinessClock clock;
  private final JsonMapper json;
  private final Sealer sealer;
  private final ObjectProvider<Resender> resenders;
  private final MeterRegistry meters;

  Incidents(
      JdbcTemplate jdbc,
      Ids ids,
      BusinessClock clock,
      JsonMapper json,
      Sealer sealer,
      ObjectProvider<Resender> resenders,
      MeterRegistry meters) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
    this.sealer = sealer;
    this.resenders = resenders;
    this.meters = meters;
  }

  /**
   * Raises one; seen again it counts, and opens again unless a person dismissed it and it is still
   * about the very same thing.
   */
  @Transactional
  public void raise(NewIncident incident) {
    raiseAll(List.of(incident));
  }

  /** Raises many in two statements. */
  @Transactional
  public void raiseAll(List<NewIncident> raised) {
    Map<String, NewIncident> byKey = new LinkedHashMap<>();
    raised.forEach(i -> byKey.put(i.dedupeKey(), i));
    List<NewIncident> incidents = List.copyOf(byKey.values());
    int[] known = jdbc.batchUpdate(SEEN_AGAIN, incidents.stream().map(this::seenAgain).toList());
    List<Object[]> fresh = new ArrayList<>();
    for (int i = 0; i < known.length; i++) {
      if (known[i] == 0) {
        fresh.add(row(incidents.get(i)));
      }
    }
    if (!fresh.isEmpty()) {
      jdbc.batchUpdate(INSERT, fresh);
    }
    incidents.forEach(
        i -> meters.counter("ordo.incidents", "source", i.source(), "kind", i.kind()).increment());
  }

  private static final String SEEN_AGAIN =
      """
      UPDATE incident
         SET seen = seen + 1, last_at = ?, faults = ?, payload = ?,
             status = CASE WHEN status = 'DISMISSED' AND content_digest = ? THEN status
                           ELSE 'OPEN' END,
             content_digest = ?
       WHERE dedupe_key = ?\
      """;

  private static final String INSERT =
      """
      INSERT INTO incident (id, source, kind, dedupe_key, subject, status, seen, first_at, last_at,
                            faults, payload, content_digest)
      VALUES (?, ?, ?, ?, ?, 'OPEN', 1, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
      """;

  private Object[] seenAgain(NewIncident i) {
    String digest = digest(i);
    return new Object[] {now(), faults(i), sealed(i.payload()), digest, digest, key(i)};
  }

  private Object[] row(NewIncident i) {
    return new Object[] {
      ids.next(),
      cut(i.source(), 80),
      cut(i.kind(), 60),
      key(i),
      cut(i.subject(), 250),
      now(),
      now(),
      faults(i),
      sealed(i.payload()),
      digest(i)
    };
  }

  /** Keys that are too long for the column must not become equal by being cut. */
  private static String key(NewIncident i) {
    String key = i.dedupeKey();
    return key.length() <= 250 ? key : key.substring(0, 180) + Sha256.hex(key);
  }

  private String digest(NewIncident i) {
    return Sha256.hex(faults(i) + i.payload());
  }

  /** What an unattended route could not do; called by the shared error policy of all routes. */
  @Transactional
  public void park(Exchange exchange) {
    Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    Throwable cause = caught == null ? new IllegalStateException("No reason given.") : caught;
    String route = exchange.getProperty(Exchange.FAILURE_ROUTE_ID, "unknown", String.class);
    String file = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
    raise(
        file == null
            ? message("route:" + route, exchange, cause)
            : file("route:" + route, file, exchange, cause));
  }

  private static NewIncident message(String source, Exchange exchange, Throwable cause) {
    String payload = exchange.getMessage().getBody(String.class);
    String digest = Sha256.hex(String.valueOf(payload));
    return NewIncident.of(source, digest, digest.substring(0, SHORT), payload, cause);
  }

  /** A file may be anything but text, so it stays where the route puts failed ones. */
  private NewIncident file(String source, String name, Exchange exchange, Throwable cause) {
    byte[] content = exchange.getMessage().getBody(byte[].class);
    Map<String, String> payload = new LinkedHashMap<>();
    payload.put("file", name);
    payload.put("sha256", Sha256.hex(content == null ? new byte[0] : content));
    return NewIncident.of(source, name, name, json.writeValueAsString(payload), cause);
  }

  /** The trouble ended by itself. */
  @Transactional
  public void resolve(String dedupeKey) {
    jdbc.update(
        "UPDATE incident SET status = 'RESOLVED', last_at = ? WHERE dedupe_key = ? AND status ="
            + " 'OPEN'",
        now(),
        dedupeKey);
  }

  /** Hands the payload, edited or as it came, to its {@link Resender}; a Refusal goes through. */
  @Transactional
  public void resend(long id, @Nullable String edited) {
    Incident incident = find(id).orElseThrow(() -> unknown(id));
    String payload = edited == null ? payload(id) : edited;
    resender(incident.source()).resend(payload);
    move(id, Status.RESENT, payload);
  }

  @Transactional
  public void dismiss(long id) {
    move(id, Status.DISMISSED, payload(id));
  }

  private void move(long id, Status to, String payload) {
    int rows =
        jdbc.update(
            "UPDATE incident SET status = ?, last_at = ?, payload = ? WHERE id = ? AND status ="
                + " 'OPEN'",
            to.name(),
            now(),
            sealed(payload),
            id);
    if (rows == 0) {
      throw new Refusal("incident", Ids.text(id), "It is not open any more: reload the page.");
    }
  }

  private Resender resender(String source) {
    return resenders
        .orderedStream()
        .filter(r -> answersFor(r.source(), source))
        .findFirst()
        .orElseThrow(
            () -> new Refusal("source", source, "Nothing takes this again: mend it by hand."));
  }

  private static boolean answersFor(String resender, String source) {
    return resender.endsWith("*")
        ? source.startsWith(resender.substring(0, resender.length() - 1))
        : source.equals(resender);
  }

  public Optional<Incident> find(long id) {
    return jdbc
        .query("SELECT " + COLUMNS + " FROM incident WHERE id = ?", (row, i) -> read(row), id)
        .stream()
        .findFirst();
  }

  /** What came in, in plain text: showing it is an act to be logged. */
  public String payload(long id) {
    return jdbc
        .query("SELECT payload FROM incident WHERE id = ?", (row, i) -> open(row.getBytes(1)), id)
        .stream()
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  /**
   * The newest first; an empty filter takes all.
   *
   * @param before only those with a smaller id
   */
  public List<Incident> list(
      @Nullable Status status, String source, String kind, long before, int max) {
    return jdbc.query(
        "SELECT "
            + COLUMNS
            + """
             FROM incident
            WHERE (status = ? OR ? = '') AND (source = ? OR ? = '') AND (kind = ? OR ? = '')
              AND id < ?
            ORDER BY id DESC LIMIT ?\
            """,
        (row, i) -> read(row),
        name(status),
        name(status),
        source,
        source,
        kind,
        kind,
        before,
        max);
  }

  /** The kinds of trouble that wait now. */
  public List<String> openKinds() {
    return jdbc.queryForList(
        "SELECT DISTINCT kind FROM incident WHERE status = 'OPEN' ORDER BY kind", String.class);
  }

  /** Forgets what came in once nobody needs it any more; the incident itself stays. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void expire() {
    jdbc.update(
        "UPDATE incident SET payload = NULL"
            + " WHERE status <> 'OPEN' AND last_at < ? AND payload IS NOT NULL",
        Timestamp.from(clock.now().minus(KEPT)));
  }

  public long open() {
    Long count =
        jdbc.queryForObject("SELECT count(*) FROM incident WHERE status = 'OPEN'", Long.class);
    return count == null ? 0 : count;
  }

  private static String name(@Nullable Status status) {
    return status == null ? "" : status.name();
  }

  private Incident read(ResultSet row) throws SQLException {
    return new Incident(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Status.valueOf(row.getString(5)),
        row.getInt(6),
        instant(row, 7),
        instant(row, 8),
        json.readValue(row.getString(9), FAULTS));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private String faults(NewIncident incident) {
    return json.writeValueAsString(incident.faults());
  }

  private byte @Nullable [] sealed(@Nullable String payload) {
    return payload == null ? null : sealer.seal(payload);
  }

  private String open(byte @Nullable [] sealed) {
    return sealed == null ? "" : sealer.open(sealed);
  }

  private Timestamp now() {
    return Timestamp.from(clock.now());
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static Refusal unknown(long id) {
    return new Refusal("incident", Ids.text(id), "There is no such incident.");
  }
}
