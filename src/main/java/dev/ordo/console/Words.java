package dev.ordo.console;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Text for people by key, from the bundles of all modules. */
@Component
public class Words {
  private static final Pattern TOKEN =
      Pattern.compile("(?<![\\w-])(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{4,})(?![\\w-])");

  /** What stands in a sentence for this one case: a list or a number. */
  private static final Pattern VALUE = Pattern.compile("\\[[^]]*]|\\d[\\d.,]*(?<![.,])");

  private final MessageSource messages;

  Words(MessageSource messages) {
    this.messages = messages;
  }

  public String of(String key, Locale locale, Object... args) {
    return messages.getMessage(key, args, key, locale) instanceof String text ? text : key;
  }

  /** Evidence as people read it: the codes it names in words, all else as it was written. */
  public String told(String evidence, Locale locale) {
    return TOKEN
        .matcher(evidence)
        .replaceAll(found -> Matcher.quoteReplacement(code(found.group(), locale)));
  }

  /** A sentence about evidence: the codes among its arguments in words. */
  public String sentence(String key, Locale locale, List<String> args) {
    return of(key, locale, args.stream().map(arg -> told(arg, locale)).toArray());
  }

  /** What to do about a fault, in the reader's language where the bundles have it. */
  public String remedy(String said, Locale locale) {
    Object[] values = VALUE.matcher(said).results().map(MatchResult::group).toArray();
    String key = VALUE.matcher(said).replaceAll("").toLowerCase(Locale.ROOT);
    String known = "remedy." + key.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
    return messages.getMessage(known, values, said, locale) instanceof String text ? text : said;
  }

  /** Who did something: a login, the system itself or the name of an API key. */
  public String actor(String login, Locale locale) {
    return login.startsWith("key:")
        ? of("console.actor.key", locale, login.substring(4))
        : switch (login) {
          case "system" -> of("console.actor.system", locale);
          case "files" -> of("console.actor.files", locale);
          default -> login;
        };
  }

  /** A status, reason or other stable code: {@code code.<CODE>}, or the code itself. */
  public String code(String code, Locale locale) {
    return messages.getMessage("code." + code, null, code, locale) instanceof String text
        ? text
        : code;
  }
}
