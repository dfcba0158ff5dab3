package dev.ordo.wave;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * Something planning a wave has to tell people.
 *
 * @param args what the sentence of {@code wave.note.CODE} names
 */
public record WaveNote(Kind kind, String code, List<String> args) {
  /** What a note is about. */
  public enum Kind {
    /** Something about goods, slots or trolleys is amiss; the wave was planned around it. */
    GOODS,
    /** A trip is in nobody's hands. */
    CREW,
    /** What a wish costs in the division of trips among pickers: weight, score, times. */
    TERM,
    /** One thing that the wish before it costs. */
    REASON
  }

  public WaveNote {
    args = List.copyOf(args);
  }

  /** The arguments as the page's messages take them. */
  @JsonIgnore
  public Object[] values() {
    return args.toArray();
  }
}
