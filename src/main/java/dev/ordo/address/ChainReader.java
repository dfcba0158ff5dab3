package dev.ordo.address;

import dev.ordo.address.Division.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where in a text divisions are named and which. */
final class ChainReader {
  private static final String SEPARATORS = " ,.。;:|/\\-_·、，；：";
  private static final String STREET_AHEAD = "路街道巷弄镇乡村站大";
  private static final List<String> PLACEHOLDERS =
      List.of("省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖县", "省直辖", "市辖区", "其它区", "其他区", "城区", "郊县");
  private static final List<String> ZONES =
      List.of(
          "高新技术产业开发区",
          "经济技术开发区",
          "高新技术开发区",
          "经济开发区",
          "工业园区",
          "高新西区",
          "高新东区",
          "高新南区",
          "高新区",
          "经开区",
          "开发区",
          "保税区",
          "风景区",
          "旅游度假区",
          "度假区",
          "管理区",
          "示范区",
          "新区");

  /** One name found at a position. */
  private record Match(int end, List<Division> divisions, boolean exact) {}

  private final Divisions divisions;
  private final NameTrie<List<Division>> trie = new NameTrie<>();

  ChainReader(Divisions divisions) {
    this.divisions = divisions;
    for (String name : divisions.names()) {
      if (name.length() >= 2) {
        trie.put(name, divisions.named(name));
      }
    }
  }

  /** The best chain anywhere in the text; the earlier of equals. */
  Chain best(String text) {
    Chain best = Chain.NONE;
    for (int i = 0; i < text.length(); i++) {
      Chain chain = at(text, i);
      if (chain.score() > best.score() && isBelievable(text, chain)) {
        best = chain;
      }
    }
    return best;
  }

  private static boolean isBelievable(String text, Chain chain) {
    boolean fresh = chain.start() == 0 || SEPARATORS.indexOf(text.charAt(chain.start() - 1)) >= 0;
    boolean apart =
        chain.end() == text.length() || SEPARATORS.indexOf(text.charAt(chain.end() - 1)) >= 0;
    Division meant = chain.meant();
    boolean lowly = meant != null && meant.isDistrict();
    return chain.score() >= 4 || fresh && (apart || chain.score() >= 2 && !lowly);
  }

  /** The chain that begins exactly at this position. */
  Chain at(String text, int start) {
    return new Reading(text, start).read();
  }

  static int skip(String text, int from) {
    int at = from;
    while (at < text.length() && SEPARATORS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** Whether the text names a zone that is no division (高新区 and the like). */
  static boolean isZone(String name) {
    return ZONES.stream().anyMatch(name::endsWith);
  }

  /** The words platforms fill in where there is no city or district. */
  static boolean isPlaceholder(String name) {
    return PLACEHOLDERS.contains(name)
        || name.equals("县")
        || name.endsWith("城区") && name.length() == 4
        || name.endsWith("郊县");
  }

  /** The walk along one text from one position. */
  private final class Reading {
    private final String text;
    private final int start;
    private int at;
    private int score;
    private boolean zone;
    private @Nullable Level conflict;
    private List<Division> state = List.of();

    Reading(String text, int start) {
      this.text = text;
      this.start = start;
      this.at = start;
    }

    Chain read() {
      while (at < text.length() && conflict == null && step()) {
        at = skip(text, at);
      }
      if (!state.isEmpty() && conflict == null) {
        dropRepeats();
        zone = !isDeepEnough() && zoneAhead();
      }
      return new Chain(state, conflict, zone, score, start, at);
    }

    private boolean step() {
      if (isDeepEnough()) {
        return false;
      }
      if (!state.isEmpty() && skipPlaceholder()) {
        return true;
      }
      Match match = fitting();
      if (match == null) {
        return guess();
      }
      take(match);
      return true;
    }

    private void take(Match match) {
      boolean repeated = match.divisions().equals(state);
      state = match.divisions();
      at = match.end();
      conflict = null;
      score += repeated ? 0 : match.exact() ? state.getFirst().isDistrict() ? 5 : 4 : 2;
    }

    private boolean isDeepEnough() {
      return !state.isEmpty() && state.stream().allMatch(Division::isDistrict);
    }

    private @Nullable Match fitting() {
      List<Match> found = new ArrayList<>(4);
      trie.find(text, at, (end, named) -> found.add(match(end, named)));
      for (Match match : found.reversed()) {
        List<Division> fit = match.divisions().stream().filter(this::fits).toList();
        if (!fit.isEmpty() && !(isStem(match) && streetFollows(match.end()))) {
          return narrowed(match.end(), fit);
        }
        if (match.exact() && !state.isEmpty()) {
          contradict(match);
        }
      }
      return null;
    }

    private Match match(int end, List<Division> named) {
      String name = text.substring(at, end);
      return new Match(end, named, named.stream().anyMatch(d -> d.name().equals(name)));
    }

    private Match narrowed(int end, List<Division> fit) {
      String name = text.substring(at, end);
      List<Division> exact = fit.stream().filter(d -> d.name().equals(name)).toList();
      return new Match(end, exact.isEmpty() ? fit : exact, !exact.isEmpty());
    }

    private boolean isStem(Match match) {
      char last = text.charAt(match.end() - 1);
      return !match.exact() && "省市区县州旗盟".indexOf(last) < 0;
    }

    private boolean streetFollows(int end) {
      return end < text.length() && STREET_AHEAD.indexOf(text.charAt(end)) >= 0;
    }

    private boolean fits(Division division) {
      return state.isEmpty()
          || state.stream()
              .anyMatch(s -> s.contains(division) && s.level().compareTo(division.level()) <= 0);
    }

    private void contradict(Match match) {
      boolean sole = state.stream().anyMatch(s -> divisions.soleDistrict(s).isPresent());
      String name = text.substring(at, match.end());
      List<Division> exact = match.divisions().stream().filter(d -> d.name().equals(name)).toList();
      Division other = exact.getFirst();
      if (other.isDistrict() && (sole || !state.getFirst().isCity() || name.length() < 3)) {
        return;
      }
      Level deepest = state.getFirst().level();
      conflict = other.level().compareTo(deepest) < 0 ? deepest : other.level();
      if (other.isProvince()) {
        conflict = Level.PROVINCE;
      }
    }

    /** "雨花区" in Nanjing means 雨花台区: the only district there that begins so. */
    private boolean guess() {
      if (state.size() != 1 || !state.getFirst().isCity()) {
        return false;
      }
      for (int end = at + 3; end <= Math.min(at + 4, text.length()); end++) {
        if ("区县市".indexOf(text.charAt(end - 1)) >= 0) {
          List<Division> close =
              divisions.districtsStarting(text.substring(at, end - 1), state.getFirst());
          if (close.size() == 1) {
            conflict = null;
            take(new Match(end, close, false));
            return true;
          }
        }
      }
      return false;
    }

    private boolean skipPlaceholder() {
      for (String word : PLACEHOLDERS) {
        if (text.startsWith(word, at)) {
          at += word.length();
          return true;
        }
      }
      boolean chongqing = state.getFirst().code().equals("50");
      if (chongqing && text.startsWith("县", at)) {
        at++;
        return true;
      }
      return false;
    }

    private boolean zoneAhead() {
      for (String word : ZONES) {
        int found = text.indexOf(word, at);
        if (found >= 0 && found - at <= 6) {
          return true;
        }
      }
      return false;
    }

    /** "海南省三亚市天涯区海南省三亚市天涯区凤凰镇": what was said once is not part of the detail. */
    private void dropRepeats() {
      at = skip(text, at);
      Division meant = state.getFirst();
      for (boolean dropped = true; dropped; ) {
        dropped = false;
        for (Division d = meant; d != null; d = divisions.find(d.parent()).orElse(null)) {
          if (!d.isPlaceholder() && text.startsWith(d.name(), at) && d.name().length() > 2) {
            at = skip(text, at + d.name().length());
            dropped = true;
          }
        }
        dropped |= skipPlaceholder();
      }
    }
  }
}
