package dev.ordo.bench.web;

import dev.ordo.bench.BenchAnswer;
import dev.ordo.bench.BenchState;
import dev.ordo.catalog.Catalog;
import dev.ordo.console.Words;
import dev.ordo.shared.Refusal;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says answers in the reader's language, naming the article. */
@Component("benchSentences")
class Sentences {
  private final Words words;
  private final Catalog catalog;

  Sentences(Words words, Catalog catalog) {
    this.words = words;
    this.catalog = catalog;
  }

  public String of(BenchAnswer answer, Locale locale) {
    return words.of(
        "bench.result." + answer.result(),
        locale,
        article(answer.sku(), locale),
        Integer.toString(answer.qty()));
  }

  public String of(String key, Locale locale, Object... args) {
    return words.of(key, locale, args);
  }

  /** A refusal in the reader's language where it has words, else as it was said. */
  public String of(Refusal refusal, Locale locale) {
    Refusal.Fault fault = refusal.faults().getFirst();
    String key = "bench.refused." + fault.field();
    String said = words.of(key, locale, fault.value());
    return said.equals(key) ? fault.toString() : said;
  }

  public String next(BenchState state, Locale locale) {
    return words.of("bench.next." + state.next(), locale);
  }

  /** SKU and name; a code nobody knows is shown as it was scanned. */
  public String article(String sku, Locale locale) {
    if (sku.startsWith("?")) {
      return sku.substring(1);
    }
    return catalog.product(sku).map(p -> sku + " " + p.name(locale)).orElse(sku);
  }
}
