package dev.ordo.address;

import dev.ordo.address.RemarkWords.Kind;
import dev.ordo.address.RemarkWords.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one clause asks for: who is negated, what is left unexplained. */
final class RemarkClause {
  private static final int EXPLAINED_ENOUGH = 3;
  private static final Map<Kind, RemarkTag.Kind> WISHES =
      Map.of(
          Kind.INVOICE, RemarkTag.Kind.INVOICE,
          Kind.ADDRESS, RemarkTag.Kind.ADDRESS_CHANGE,
          Kind.COLOUR, RemarkTag.Kind.COLOUR_SIZE_CHANGE,
          Kind.GIFT, RemarkTag.Kind.GIFT_WISH,
          Kind.TIME, RemarkTag.Kind.DELIVERY_TIME,
          Kind.CALL, RemarkTag.Kind.CALL_FIRST);
  private static final String COMPANY_WORDS = "公司|厂|店|中心|商行|学校|医院|个人|ltd|company|gmbh|inc";

  private final List<Token> tokens;
  private final RemarkTag.Source source;
  private final boolean afterInvoice;
  private final List<RemarkTag> tags = new ArrayList<>();

  RemarkClause(List<Token> tokens, RemarkTag.Source source, boolean afterInvoice) {
    this.tokens = tokens;
    this.source = source;
    this.afterInvoice = afterInvoice;
  }

  List<RemarkTag> tags() {
    if (has(Kind.CARRIER)) {
      carriers();
    }
    wishes();
    if (has(Kind.PERSON) || !isExplained()) {
      tag(RemarkTag.Kind.OTHER, "");
    }
    if (tags.isEmpty() && has(Kind.COURTESY)) {
      tag(RemarkTag.Kind.COURTESY, "");
    }
    return tags;
  }

  private void carriers() {
    boolean around = has(Kind.EXCEPT) || has(Kind.OUTSIDE);
    boolean negated = has(Kind.NEG);
    if (around) {
      boolean only = negated || has(Kind.ONLY);
      allCarriers(only ? RemarkTag.Kind.APPOINTED_CARRIER : RemarkTag.Kind.EXCLUDED_CARRIER);
      return;
    }
    boolean open = false;
    boolean seen = false;
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.get(i).kind()) {
        case NEG -> open = true;
        case SEND, ONLY -> {
          open = open && !seen;
          seen = false;
        }
        case CARRIER -> {
          boolean excluded = open || negatedAfter(i);
          tag(
              excluded ? RemarkTag.Kind.EXCLUDED_CARRIER : RemarkTag.Kind.APPOINTED_CARRIER,
              tokens.get(i).value());
          seen = true;
        }
        default -> {}
      }
    }
  }

  /** "中通不要", "中通和圆通都不到": the negation follows, with no other carrier wish between. */
  private boolean negatedAfter(int carrier) {
    for (int i = carrier + 1; i < tokens.size(); i++) {
      Kind kind = tokens.get(i).kind();
      if (kind == Kind.NEG) {
        return noCarrierAfter(i);
      }
      if (kind == Kind.SEND || kind == Kind.ONLY) {
        return false;
      }
    }
    return false;
  }

  private boolean noCarrierAfter(int from) {
    return tokens.subList(from, tokens.size()).stream().noneMatch(t -> t.kind() == Kind.CARRIER);
  }

  private void allCarriers(RemarkTag.Kind kind) {
    tokens.stream().filter(t -> t.kind() == Kind.CARRIER).forEach(t -> tag(kind, t.value()));
  }

  private void wishes() {
    for (int i = 0; i < tokens.size(); i++) {
      RemarkTag.Kind wish = WISHES.get(tokens.get(i).kind());
      if (wish != null) {
        tag(isRefused(i) ? RemarkTag.Kind.COURTESY : wish, "");
      }
    }
  }

  /** "不要发票", "发票不需要": refused, so there is nothing to do. */
  private boolean isRefused(int wish) {
    Kind kind = tokens.get(wish).kind();
    boolean refusable = kind == Kind.INVOICE || kind == Kind.GIFT || kind == Kind.CALL;
    return refusable && has(Kind.NEG) && !has(Kind.CARRIER);
  }

  private boolean isExplained() {
    if (tags.stream().anyMatch(t -> takesTheRest(t.kind()))) {
      return true;
    }
    String unknown =
        String.join(
            "", tokens.stream().filter(t -> t.kind() == Kind.UNKNOWN).map(Token::value).toList());
    if (afterInvoice && isInvoiceTitle(unknown)) {
      return true;
    }
    boolean onlyRefusal = tags.isEmpty() && has(Kind.NEG) && !has(Kind.COURTESY);
    int allowed = tags.isEmpty() && !has(Kind.COURTESY) ? 0 : EXPLAINED_ENOUGH;
    boolean changes = tags.isEmpty() && (has(Kind.SEND) && unknown.length() > 0);
    return unknown.codePointCount(0, unknown.length()) <= allowed && !onlyRefusal && !changes;
  }

  private static boolean isInvoiceTitle(String unknown) {
    return unknown.matches("[0-9a-z]{15,20}")
        || java.util.Arrays.stream(COMPANY_WORDS.split("\\|")).anyMatch(unknown::contains);
  }

  /** Kinds that go to a person or carry free words: what else the clause says belongs to them. */
  private static boolean takesTheRest(RemarkTag.Kind kind) {
    return switch (kind) {
      case INVOICE, ADDRESS_CHANGE, COLOUR_SIZE_CHANGE, GIFT_WISH, DELIVERY_TIME -> true;
      default -> false;
    };
  }

  private boolean has(Kind kind) {
    return tokens.stream().anyMatch(t -> t.kind() == kind);
  }

  private void tag(RemarkTag.Kind kind, String value) {
    RemarkTag tag = new RemarkTag(kind, value, source);
    if (!tags.contains(tag)) {
      tags.add(tag);
    }
  }
}
