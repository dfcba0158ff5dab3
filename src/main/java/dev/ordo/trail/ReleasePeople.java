package dev.ordo.trail;

import java.util.Set;

/** Tells which releases a person had a hand in: wrote, approved or activated. */
public interface ReleasePeople {
  /** Content addresses. */
  Set<String> releases(String login);
}
