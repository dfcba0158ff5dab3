package dev.ordo.crm;

/** How careful to be: tag the order and let it pass, or hold it. */
public enum Grade {
  WARN,
  INTERCEPT
}
