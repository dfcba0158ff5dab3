package dev.ordo.rules;

import org.springframework.context.ApplicationContext;

/** What the schedule of a node does, at once. */
public final class LookAround {
  private LookAround() {}

  /** Looks at the disk and follows activations. */
  public static void all(ApplicationContext node) {
    node.getBean(Releases.class).refresh();
  }

  /** Follows activations. */
  public static void follow(ApplicationContext node) {
    node.getBean(Releases.class).follow();
  }
}
