package dev.ordo.wave;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.shared.BusinessClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What planning had to tell: kept with the wave, and somebody's task where something is amiss. */
@Component
public class WaveNotes {
  private static final Duration TIME_TO_MEND = Duration.ofHours(4);
  private static final int LONGEST_KEY = 120;

  /** Before warehouse, code and what it is about in the keys of tasks on goods. */
  static final String KEY = "wave-note:";

  private static final String INSERT =
      "INSERT INTO wave_note (wave_id, position, kind, code, args) VALUES (?, ?, ?, ?, ?)";
  private static final String OF =
      "SELECT kind, code, args FROM wave_note WHERE wave_id = ? ORDER BY position";

  private final JdbcTemplate jdbc;
  private final Tasks tasks;
  private final BusinessClock clock;
  private final JsonMapper json;

  WaveNotes(JdbcTemplate jdbc, Tasks tasks, BusinessClock clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.clock = clock;
    this.json = json;
  }

  /** What is to be told of a wave, in the order it was found. */
  public List<WaveNote> of(long wave) {
    return jdbc.query(
        OF,
        (row, i) ->
            new WaveNote(
                WaveNote.Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                List.of(json.readValue(row.getString("args"), String[].class))),
        wave);
  }

  /** The notes of one plan take the place of those of the plan before. */
  void store(Wave wave, List<WaveNote> notes) {
    jdbc.update("DELETE FROM wave_note WHERE wave_id = ?", wave.id());
    List<Object[]> rows = new ArrayList<>();
    for (WaveNote note : notes) {
      rows.add(
          new Object[] {
            wave.id(),
            rows.size(),
            note.kind().name(),
            note.code(),
            json.writeValueAsString(note.args())
          });
    }
    jdbc.batchUpdate(INSERT, rows);
    List<NewTask> wanted =
        notes.stream().filter(WaveNotes::isWork).map(note -> task(wave, note)).toList();
    Set<String> keys = wanted.stream().map(NewTask::dedupeKey).collect(Collectors.toSet());
    tasks.closeOthers(crewKeys(wave), keys, "planned");
    tasks.openAll(wanted);
  }

  /** What was cut or split is planned; the rest wants somebody's eyes. */
  private static boolean isWork(WaveNote note) {
    return switch (note.kind()) {
      case GOODS -> PlanNotes.Code.valueOf(note.code()).isWork();
      case CREW -> true;
      case TERM, REASON -> false;
    };
  }

  /** Who is there concerns the newest wave of a warehouse only. */
  private static String crewKeys(Wave wave) {
    return "wave-crew:" + wave.warehouse() + ":";
  }

  private NewTask task(Wave wave, WaveNote note) {
    String key =
        note.kind() == WaveNote.Kind.CREW
            ? crewKeys(wave) + note.code() + ":" + note.args().getLast()
            : KEY + wave.warehouse() + ":" + note.code() + ":" + note.args().getFirst();
    return new NewTask(
            "WAVE_PLAN",
            "WAVE",
            wave.id(),
            key.substring(0, Math.min(LONGEST_KEY, key.length())),
            Role.WAREHOUSE,
            "wave.note." + note.code(),
            note.args(),
            clock.now().plus(TIME_TO_MEND))
        .inWarehouse(wave.warehouse());
  }
}
