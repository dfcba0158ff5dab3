package dev.ordo.crm;

import dev.ordo.access.People;
import dev.ordo.address.Addresses;
import dev.ordo.address.PersonalData;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists of people and places to be careful with; a batch of orders is checked in one query. */
@Component
public class BlockList {
  private static final String HITS =
      """
      SELECT kind, hash AS k, grade, reason FROM block_entry WHERE hash = ANY(?)
      UNION ALL
      SELECT 'AREA', division_code, grade, reason FROM bad_area WHERE division_code = ANY(?)\
      """;
  private static final String ENTRIES =
      """
      SELECT id, kind, hash, hint, grade, reason, created_by, created_at
        FROM block_entry ORDER BY id DESC LIMIT ?\
      """;
  private static final String AREAS =
      """
      SELECT division_code, grade, reason, created_by, created_at
        FROM bad_area ORDER BY division_code\
      """;
  private static final String NEW_ENTRY =
      """
      INSERT INTO block_entry (id, kind, hash, hint, grade, reason, created_by, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String NEW_AREA =
      """
      INSERT INTO bad_area (division_code, grade, reason, created_by, created_at)
      VALUES (?, ?, ?, ?, ?)\
      """;
  private static final int MOST_SHOWN = 500;

  private record Found(String kind, String key, Grade grade, String reason) {}

  private final JdbcTemplate jdbc;
  private final PersonalData personal;
  private final Addresses addresses;
  private final People people;
  private final Ids ids;
  private final BusinessClock clock;

  BlockList(
      JdbcTemplate jdbc,
      PersonalData personal,
      Addresses addresses,
      People people,
      Ids ids,
      BusinessClock clock) {
    this.jdbc = jdbc;
    this.personal = personal;
    this.addresses = addresses;
    this.people = people;
    this.ids = ids;
    this.clock = clock;
  }

  /** What is known against each suspect; those without a hit are absent. */
  public Map<Long, List<Hit>> hits(Collection<Suspect> suspects) {
    Set<String> hashes =
        suspects.stream().flatMap(s -> s.hashes().stream()).collect(Collectors.toSet());
    Set<String> areas =
        suspects.stream().flatMap(s -> s.areas().stream()).collect(Collectors.toSet());
    List<Found> found =
        jdbc.query(
            HITS,
            (row, i) ->
                new Found(
                    row.getString("kind"),
                    row.getString("k"),
                    Grade.valueOf(row.getString("grade")),
                    row.getString("reason")),
            hashes.toArray(new String[0]),
            areas.toArray(new String[0]));
    return found.isEmpty() ? Map.of() : perSuspect(suspects, found);
  }

  private static Map<Long, List<Hit>> perSuspect(Collection<Suspect> suspects, List<Found> found) {
    Map<String, List<Hit>> byKey = new HashMap<>();
    found.forEach(
        f ->
            byKey
                .computeIfAbsent(f.key(), k -> new ArrayList<>())
                .add(new Hit(f.kind(), f.grade(), f.reason())));
    Map<Long, List<Hit>> hits = new HashMap<>();
    for (Suspect suspect : suspects) {
      List<Hit> own =
          Stream.concat(suspect.hashes().stream(), suspect.areas().stream())
              .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
              .toList();
      if (!own.isEmpty()) {
        hits.put(suspect.subject(), own);
      }
    }
    return hits;
  }

  /** The newest entries. */
  public List<BlockEntry> entries() {
    return jdbc.query(ENTRIES, BlockList::entry, MOST_SHOWN);
  }

  public List<BadArea> areas() {
    return jdbc.query(AREAS, BlockList::area);
  }

  /**
   * Puts somebody on the list, or changes grade and reason of who is on it.
   *
   * @param value the phone number in plain text (kept as a hash only), or the receiver or buyer key
   */
  @Transactional
  public void block(BlockKind kind, String value, Grade grade, String reason) {
    String plain = value.strip();
    if (plain.isEmpty() || reason.isBlank()) {
      throw new Refusal("value", plain, "Give both whom to block and why.");
    }
    String hash = kind == BlockKind.PHONE ? personal.phoneHash(plain) : plain;
    String hint = kind == BlockKind.PHONE ? PersonalData.maskPhone(plain) : shortened(plain);
    jdbc.update("DELETE FROM block_entry WHERE kind = ? AND hash = ?", kind.name(), hash);
    long id = ids.next();
    jdbc.update(
        NEW_ENTRY,
        id,
        kind.name(),
        hash,
        hint,
        grade.name(),
        cut(reason),
        people.actor().login(),
        Timestamp.from(clock.now()));
    people.did("BLOCKED", "BLOCK_ENTRY", id, grade + " " + hint + ": " + reason);
  }

  @Transactional
  public void unblock(long id) {
    if (jdbc.update("DELETE FROM block_entry WHERE id = ?", id) > 0) {
      people.did("UNBLOCKED", "BLOCK_ENTRY", id, "");
    }
  }

  /** Marks a division, or changes grade and reason of a marked one. */
  @Transactional
  public void mark(String divisionCode, Grade grade, String reason) {
    if (addresses.division(divisionCode).isEmpty()) {
      throw new Refusal("divisionCode", divisionCode, "Give a division code of 2, 4 or 6 digits.");
    }
    jdbc.update("DELETE FROM bad_area WHERE division_code = ?", divisionCode);
    jdbc.update(
        NEW_AREA,
        divisionCode,
        grade.name(),
        cut(reason),
        people.actor().login(),
        Timestamp.from(clock.now()));
    people.did("AREA_MARKED", "BAD_AREA", Long.parseLong(divisionCode), grade + ": " + reason);
  }

  @Transactional
  public void unmark(String divisionCode) {
    if (jdbc.update("DELETE FROM bad_area WHERE division_code = ?", divisionCode) > 0) {
      people.did("AREA_UNMARKED", "BAD_AREA", Long.parseLong(divisionCode), "");
    }
  }

  private static String shortened(String key) {
    return key.length() > 12 ? key.substring(0, 12) + "…" : key;
  }

  private static String cut(String reason) {
    return reason.length() > 200 ? reason.substring(0, 200) : reason;
  }

  private static BlockEntry entry(ResultSet row, int number) throws SQLException {
    return new BlockEntry(
        row.getLong("id"),
        BlockKind.valueOf(row.getString("kind")),
        row.getString("hash"),
        row.getString("hint"),
        Grade.valueOf(row.getString("grade")),
        row.getString("reason"),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant());
  }

  private static BadArea area(ResultSet row, int number) throws SQLException {
    return new BadArea(
        row.getString("division_code"),
        Grade.valueOf(row.getString("grade")),
        row.getString("reason"),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant());
  }
}
