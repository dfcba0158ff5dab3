package dev.ordo.journey;

/** Keeps payloads that may hold personal data unreadable in the database. */
public interface Sealer {
  byte[] seal(String text);

  String open(byte[] sealed);
}
