package dev.ordo.rules;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The stored decisions by the thousand, for those who watch over them. */
@Component
public class Records {
  private final DecisionRows rows;

  Records(DecisionRows rows) {
    this.rows = rows;
  }

  /** By id upwards, from above one id up to and with another. */
  public List<StoredDecision> between(long after, long upTo, int most) {
    return rows.between(after, upTo, most);
  }

  /** Ids upwards, from above one id up to and with another. */
  public List<Long> ids(long after, long upTo, int most) {
    return rows.ids(after, upTo, most);
  }

  /** Those of these ids that are there, by id upwards. */
  public List<StoredDecision> among(Collection<Long> ids) {
    return rows.among(ids);
  }

  /** Those of these decisions that some of their subjects no longer lead to. */
  public List<StoredDecision> unlinked(List<StoredDecision> decisions) {
    if (decisions.isEmpty()) {
      return List.of();
    }
    Set<Long> subjects =
        decisions.stream()
            .flatMap(d -> d.subjects().stream())
            .map(Subject::id)
            .collect(Collectors.toSet());
    long least = decisions.stream().mapToLong(StoredDecision::id).min().orElseThrow();
    long most = decisions.stream().mapToLong(StoredDecision::id).max().orElseThrow();
    Set<String> links = rows.links(subjects, least, most);
    return decisions.stream()
        .filter(
            d -> d.subjects().stream().anyMatch(s -> !links.contains(DecisionRows.link(s, d.id()))))
        .toList();
  }

  /**
   * Drops the ways to decisions that are gone, which records from before they held their subjects
   * leave behind.
   */
  public void dropLinks(long upTo) {
    rows.dropLinks(upTo);
  }

  /** Forgets decisions and the ways to them, in the caller's transaction. */
  public void forget(Collection<StoredDecision> decisions) {
    rows.delete(decisions);
  }
}
