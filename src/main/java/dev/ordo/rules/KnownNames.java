package dev.ordo.rules;

import java.util.Map;
import java.util.Set;

/** Names of things there are, such as carriers: what a rule says of any other is without effect. */
public interface KnownNames {
  /** Codes by the field of a verdict that holds one; a field with no codes yet is left out. */
  Map<String, Set<String>> names();
}
