package dev.ordo.address;

/** What can be said about a phone number. */
public enum PhoneStatus {
  VALID,
  INVALID,
  MISSING,
  /** Masked or replaced by a token: not checkable, passes. */
  UNKNOWN
}
