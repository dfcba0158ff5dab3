package dev.ordo.console;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Text for people by key, from the bundles of all modules. */
@Component
public class Words {
  private final MessageSource messages;

  Words(MessageSource messages) {
    this.messages = messages;
  }

  public String of(String key, Locale locale, Object... args) {
    return messages.getMessage(key, args, key, locale) instanceof String text ? text : key;
  }

  /** A status, reason or other stable code: {@code code.<CODE>}, or the code itself. */
  public String code(String code, Locale locale) {
    return messages.getMessage("code." + code, null, code, locale) instanceof String text
        ? text
        : code;
  }
}
