package dev.ordo.trail;

import dev.ordo.console.RelatedSubjects;
import dev.ordo.rules.Activation;
import dev.ordo.rules.Records;
import dev.ordo.rules.Rules;
import dev.ordo.rules.StoredDecision;
import dev.ordo.rules.Subject;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds decisions by what the sealer noted of each block, without opening the others. */
@Component
class Search {
  private static final int BLOCKS_AT_ONCE = 50;

  /** Decisions not sealed yet are looked through one by one: half a minute's worth. */
  private static final int MOST_UNSEALED = 5_000;

  private static final int MOST_ACTIVATIONS = 10_000;

  private final Rules rules;
  private final Records records;
  private final BlockRows blocks;
  private final TermRows terms;
  private final ObjectProvider<SubjectNumbers> numbers;
  private final ObjectProvider<ReleasePeople> people;
  private final ObjectProvider<RelatedSubjects> related;

  Search(
      Rules rules,
      Records records,
      BlockRows blocks,
      TermRows terms,
      ObjectProvider<SubjectNumbers> numbers,
      ObjectProvider<ReleasePeople> people,
      ObjectProvider<RelatedSubjects> related) {
    this.rules = rules;
    this.records = records;
    this.blocks = blocks;
    this.terms = terms;
    this.numbers = numbers;
    this.people = people;
    this.related = related;
  }

  /** Newest first, those with ids below one, at most so many. */
  List<StoredDecision> find(Query query, long before, int most) {
    List<StoredDecision> found = new ArrayList<>();
    each(query, before, most, found::addAll);
    return found.size() > most ? found.subList(0, most) : found;
  }

  /** The same in pieces, so that very many need not be held at once. */
  void each(Query query, long before, int most, Consumer<List<StoredDecision>> taker) {
    Optional<List<Set<String>>> wanted = groups(query);
    if (wanted.isEmpty()) {
      return;
    }
    List<Set<String>> groups = wanted.get();
    if (!query.number().isBlank()) {
      taker.accept(
          byNumber(query.number()).stream()
              .filter(d -> d.id() < before && query.covers(d.at()) && matches(d, groups))
              .limit(most)
              .toList());
      return;
    }
    List<StoredDecision> fresh = unsealed(query, groups, before).stream().limit(most).toList();
    taker.accept(fresh);
    walk(query, groups, before, most - fresh.size(), taker);
  }

  private void walk(
      Query query,
      List<Set<String>> groups,
      long before,
      int most,
      Consumer<List<StoredDecision>> taker) {
    List<Long> candidates = candidates(query, groups);
    int left = most;
    for (int i = 0; i < candidates.size() && left > 0; i += BLOCKS_AT_ONCE) {
      List<Long> some = candidates.subList(i, Math.min(candidates.size(), i + BLOCKS_AT_ONCE));
      Map<Long, BitSet> hits = groups.isEmpty() ? Map.of() : terms.all(groups, some);
      List<Long> open = groups.isEmpty() ? some : some.stream().filter(hits::containsKey).toList();
      for (long number : open) {
        List<StoredDecision> page =
            left > 0 ? decisions(query, number, hits.get(number), before, left) : List.of();
        taker.accept(page);
        left -= page.size();
      }
    }
  }

  private List<Long> candidates(Query query, List<Set<String>> groups) {
    List<Long> inTime = blocks.numbers(Long.MAX_VALUE, query.from(), query.until());
    for (Set<String> group : groups) {
      Set<Long> having = new HashSet<>(terms.blocks(group, Long.MAX_VALUE));
      inTime = inTime.stream().filter(having::contains).toList();
    }
    return inTime;
  }

  private List<StoredDecision> decisions(
      Query query,
      long number,
      @org.jspecify.annotations.Nullable BitSet hits,
      long before,
      int most) {
    Optional<Block> block = blocks.find(number).filter(b -> b.firstId() < before);
    if (block.isEmpty()) {
      return List.of();
    }
    long[] ids = block.get().ids();
    List<Long> chosen = new ArrayList<>();
    boolean whole = query.covers(block.get().firstAt()) && query.covers(block.get().lastAt());
    for (int at = ids.length - 1; at >= 0 && (!whole || chosen.size() < most); at--) {
      if (ids[at] < before && (hits == null || hits.get(at))) {
        chosen.add(ids[at]);
      }
    }
    return records.among(chosen).stream()
        .filter(d -> query.covers(d.at()))
        .sorted(Comparator.comparing(StoredDecision::id).reversed())
        .limit(most)
        .toList();
  }

  private List<StoredDecision> unsealed(Query query, List<Set<String>> groups, long before) {
    return records.between(blocks.extent().greatestId(), before - 1, MOST_UNSEALED).stream()
        .filter(d -> query.covers(d.at()) && matches(d, groups))
        .sorted(Comparator.comparing(StoredDecision::id).reversed())
        .toList();
  }

  private static boolean matches(StoredDecision decision, List<Set<String>> groups) {
    Set<String> has = Terms.of(decision);
    return groups.stream().allMatch(group -> group.stream().anyMatch(has::contains));
  }

  /** A decision must have one term of each group; empty if no decision can. */
  private Optional<List<Set<String>>> groups(Query query) {
    List<Set<String>> groups = new ArrayList<>();
    if (!query.point().isBlank()) {
      groups.add(Set.of(Terms.point(query.point())));
    }
    if (!query.rule().isBlank()) {
      groups.add(containing("rule:", query.rule()));
    }
    if (!query.outcome().isBlank()) {
      groups.add(ending("said:", "/" + query.outcome()));
    }
    if (!query.release().isBlank()) {
      groups.add(containing("release:" + query.release(), ""));
    }
    if (!query.person().isBlank()) {
      groups.add(releasesOf(query.person().strip()));
    }
    return groups.stream().anyMatch(Set::isEmpty) ? Optional.empty() : Optional.of(groups);
  }

  /** What stands behind the point in all terms of a kind. */
  List<String> tails(String prefix) {
    return terms.known(prefix).stream()
        .map(term -> term.substring(term.indexOf('/') + 1))
        .filter(tail -> !tail.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private Set<String> containing(String prefix, String part) {
    String wanted = part.strip().toLowerCase(java.util.Locale.ROOT);
    Set<String> found = new HashSet<>();
    for (String term : terms.known(prefix)) {
      if (term.toLowerCase(java.util.Locale.ROOT).contains(wanted)) {
        found.add(term);
      }
    }
    return found;
  }

  private Set<String> ending(String prefix, String end) {
    Set<String> found = new HashSet<>(terms.known(prefix));
    found.removeIf(term -> !term.endsWith(end));
    return found;
  }

  private Set<String> releasesOf(String person) {
    Stream<String> activated =
        rules.points().keySet().stream()
            .flatMap(point -> rules.activations(point, MOST_ACTIVATIONS).stream())
            .filter(activation -> activation.actor().equals(person))
            .map(Activation::hash);
    Stream<String> otherwise = people.stream().flatMap(p -> p.releases(person).stream());
    Set<String> found = new HashSet<>();
    Stream.concat(activated, otherwise).map(Terms::release).forEach(found::add);
    return found;
  }

  private List<StoredDecision> byNumber(String number) {
    Map<Long, StoredDecision> found = new HashMap<>();
    for (Subject subject : subjects(number.strip())) {
      rules.of(subject.kind(), subject.id()).forEach(d -> found.put(d.id(), d));
    }
    printedId(number).flatMap(rules::find).ifPresent(d -> found.put(d.id(), d));
    return found.values().stream()
        .sorted(Comparator.comparing(StoredDecision::id).reversed())
        .toList();
  }

  private Set<Subject> subjects(String number) {
    Set<Subject> all = new LinkedHashSet<>();
    numbers.forEach(n -> all.addAll(n.find(number)));
    printedId(number)
        .ifPresent(
            id ->
                List.of("ORDER", "CONSIGNMENT", "PARCEL", "WAVE")
                    .forEach(kind -> all.add(new Subject(kind, id))));
    Collection<Subject> fresh = List.copyOf(all);
    while (!fresh.isEmpty()) {
      fresh = fresh.stream().flatMap(this::below).filter(all::add).toList();
    }
    return all;
  }

  private Stream<Subject> below(Subject subject) {
    var known = new RelatedSubjects.Subject(subject.kind(), subject.id());
    return related.stream()
        .flatMap(r -> r.of(known).stream())
        .map(s -> new Subject(s.kind(), s.id()));
  }

  private static Optional<Long> printedId(String text) {
    try {
      return Optional.of(Ids.parse(text));
    } catch (Refusal e) {
      return Optional.empty();
    }
  }
}
