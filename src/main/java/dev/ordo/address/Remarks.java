package dev.ordo.address;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Turns the free text of buyer and seller into tags, by a table of words, in one pass over the
 * text. What the table does not cover goes to a person.
 */
@Component
public class Remarks {
  private static final int LONGEST_READ = 1_000;

  private final RemarkWords words = RemarkWords.fromTable();

  /** Reads both remarks; either may be empty. */
  public List<RemarkTag> read(String buyerRemark, String sellerRemark) {
    Set<RemarkTag> tags = new LinkedHashSet<>();
    tags.addAll(read(buyerRemark, RemarkTag.Source.BUYER));
    tags.addAll(read(sellerRemark, RemarkTag.Source.SELLER));
    return List.copyOf(tags);
  }

  private List<RemarkTag> read(String remark, RemarkTag.Source source) {
    String plain = Texts.lower(Texts.plain(remark));
    List<RemarkTag> tags = new ArrayList<>();
    boolean inInvoice = false;
    for (String clause : clauses(plain.substring(0, Math.min(plain.length(), LONGEST_READ)))) {
      List<RemarkTag> found = new RemarkClause(words.tokens(clause), source, inInvoice).tags();
      inInvoice = found.stream().anyMatch(t -> t.kind() == RemarkTag.Kind.INVOICE);
      tags.addAll(found);
    }
    if (plain.length() > LONGEST_READ) {
      tags.add(new RemarkTag(RemarkTag.Kind.OTHER, "", source));
    }
    return tags;
  }

  /** Cut at punctuation, and at a blank that stands between Chinese characters. */
  private static List<String> clauses(String text) {
    List<String> clauses = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isCut(text, i)) {
        String clause = text.substring(from, i).strip();
        if (!clause.isEmpty()) {
          clauses.add(clause);
        }
        from = i + 1;
      }
    }
    return clauses;
  }

  private static boolean isCut(String text, int at) {
    char c = text.charAt(at);
    if (c == '.') {
      return at + 1 == text.length() || text.charAt(at + 1) == ' ';
    }
    boolean blank =
        c == ' '
            && at > 0
            && at + 1 < text.length()
            && Texts.isHan(text.charAt(at - 1))
            && Texts.isHan(text.charAt(at + 1));
    return blank || ",，。;；!！?？\n~～…".indexOf(c) >= 0;
  }
}
