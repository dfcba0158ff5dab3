package dev.ordo.bench;

import dev.ordo.catalog.Carton;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Filler;
import dev.ordo.shared.MachineClock;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Carton and filler advice, remembered for goods that were packed together before. */
@Component
class Packing {
  private static final int REMEMBERED = 10_000;

  private record Question(List<Piece> pieces, List<Carton> cartons, List<Filler> fillers) {}

  private final Catalog catalog;
  private final MachineClock clock;
  private final BenchSettings settings;
  private final Map<Question, PackingAdvice> known = Collections.synchronizedMap(new LastAnswers());

  Packing(Catalog catalog, MachineClock clock, BenchSettings settings) {
    this.catalog = catalog;
    this.clock = clock;
    this.settings = settings;
  }

  PackingAdvice advise(List<Piece> pieces) {
    List<Piece> sorted = pieces.stream().sorted(Comparator.comparing(Piece::sku)).toList();
    Question question = new Question(sorted, catalog.cartons(), catalog.fillers());
    PackingAdvice answer = known.get(question);
    if (answer == null) {
      answer = think(question);
      known.put(question, answer);
    }
    return answer;
  }

  private PackingAdvice think(Question question) {
    long until = clock.millis() + settings.adviceTime().toMillis();
    return new CartonChoice(
            question.cartons,
            question.fillers,
            settings.fillAbovePercent(),
            new Fit(() -> clock.millis() >= until))
        .advise(question.pieces);
  }

  private static final class LastAnswers extends LinkedHashMap<Question, PackingAdvice> {
    private static final long serialVersionUID = 1L;

    LastAnswers() {
      super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Question, PackingAdvice> eldest) {
      return size() > REMEMBERED;
    }
  }
}
