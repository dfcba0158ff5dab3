package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.console.Phrases;
import dev.ordo.rules.RuleSetBroken.Fault;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whatever is said against rules is said in Chinese to readers of Chinese. */
public final class ChineseFaults {
  private static final Phrases PHRASES = new Phrases();

  /** Values stay what they are: in parentheses, brackets, or after a colon. */
  private static final Pattern VALUE =
      Pattern.compile("（.*?）|\\(.*?\\)|\\[.*?]|：.*", Pattern.DOTALL);

  private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");

  private ChineseFaults() {}

  public static void assertSaid(Collection<Fault> faults) {
    for (Fault fault : faults) {
      String said = PHRASES.of(fault.what(), Locale.CHINESE);
      assertThat(said).as(fault.what()).matches("(?s).*\\p{IsHan}.*");
      assertThat(VALUE.matcher(said).replaceAll(""))
          .as(fault.what())
          .doesNotContainPattern(ENGLISH);
    }
  }
}
