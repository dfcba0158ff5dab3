package dev.ordo.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What says which rules decide, and by whose will: it may not change unnoticed. */
public interface Papers {
  /** Names of all papers of this kind, each its own for good, in the order they came. */
  List<String> keys();

  /** SHA-256 of all that each of these papers says; what is gone has none. */
  Map<String, String> digests(Collection<String> keys);
}
