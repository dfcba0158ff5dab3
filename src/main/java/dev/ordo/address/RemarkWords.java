package dev.ordo.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table of words and the cutting of a clause into them, always taking the longest word. */
final class RemarkWords {
  /** The classes of the table; UNKNOWN is text between words. */
  enum Kind {
    CARRIER,
    NEG,
    EXCEPT,
    OUTSIDE,
    ANY,
    ONLY,
    SEND,
    INVOICE,
    ADDRESS,
    COLOUR,
    TIME,
    CALL,
    GIFT,
    COURTESY,
    PERSON,
    FILLER,
    UNKNOWN
  }

  /** A word of a clause; the value is the carrier's code or the unknown text. */
  record Token(Kind kind, String value) {}

  private final NameTrie<Token> trie = new NameTrie<>();

  private RemarkWords() {}

  static RemarkWords fromTable() {
    RemarkWords words = new RemarkWords();
    String file = "/address/remark-words.txt";
    var in = Objects.requireNonNull(RemarkWords.class.getResourceAsStream(file), file);
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.startsWith("#")).forEach(words::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private void line(String line) {
    int colon = line.indexOf(':');
    String[] head = line.substring(0, colon).split("\\.", 2);
    Token token = new Token(Kind.valueOf(head[0]), head.length > 1 ? head[1] : "");
    for (String word : line.substring(colon + 1).split("\\|")) {
      trie.put(word.strip(), token);
    }
  }

  List<Token> tokens(String clause) {
    List<Token> tokens = new ArrayList<>();
    StringBuilder unknown = new StringBuilder();
    for (int at = 0; at < clause.length(); ) {
      Longest longest = longest(clause, at);
      Token token = longest.token;
      if (token == null) {
        unknown.append(clause.charAt(at++));
      } else {
        flush(unknown, tokens);
        tokens.add(token);
        at = longest.end;
      }
    }
    flush(unknown, tokens);
    return tokens;
  }

  private static void flush(StringBuilder unknown, List<Token> tokens) {
    String text = Texts.bare(unknown.toString());
    if (!text.isEmpty()) {
      tokens.add(new Token(Kind.UNKNOWN, text));
    }
    unknown.setLength(0);
  }

  /** The longest word so far; Latin words must end where a word ends. */
  private static final class Longest {
    private int end;
    private @Nullable Token token;
  }

  private Longest longest(String clause, int at) {
    Longest longest = new Longest();
    if (at > 0 && isLatin(clause.charAt(at)) && isLatin(clause.charAt(at - 1))) {
      return longest;
    }
    trie.find(
        clause,
        at,
        (end, token) -> {
          boolean cutsWord =
              isLatin(clause.charAt(end - 1))
                  && end < clause.length()
                  && isLatin(clause.charAt(end));
          if (!cutsWord) {
            longest.end = end;
            longest.token = token;
          }
        });
    return longest;
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetter(c);
  }
}
