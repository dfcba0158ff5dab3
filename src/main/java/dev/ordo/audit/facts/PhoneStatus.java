package dev.ordo.audit.facts;

/** What can be said about the phone number. */
public enum PhoneStatus {
  VALID,
  INVALID,
  MISSING,
  /** Masked or replaced by a token: passes. */
  UNKNOWN
}
