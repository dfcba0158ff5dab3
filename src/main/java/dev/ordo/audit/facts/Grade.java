package dev.ordo.audit.facts;

/** How serious a risk is: mark the order and let it pass, or hold it. */
public enum Grade {
  WARN,
  INTERCEPT
}
