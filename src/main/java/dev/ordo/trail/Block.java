package dev.ordo.trail;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decisions sealed together, by id upwards.
 *
 * @param number 1 for the first, without gaps
 * @param firstId least id among the entries
 * @param lastId greatest id among the entries
 * @param firstAt earliest business time among the decisions
 * @param lastAt latest business time among the decisions
 * @param previous link of the chain before the first entry
 * @param link link of the chain after the last entry
 */
record Block(
    long number,
    Instant sealedAt,
    int size,
    long firstId,
    long lastId,
    Instant firstAt,
    Instant lastAt,
    String previous,
    String link,
    byte[] content) {
  private static final int ENTRY = 48;

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(content.length / ENTRY);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    byte[] hash = new byte[32];
    while (bytes.remaining() >= ENTRY) {
      long id = bytes.getLong();
      bytes.get(hash);
      entries.add(new Entry(id, Chain.text(hash), bytes.getLong()));
    }
    return entries;
  }

  /** Ids of the entries in their order. */
  long[] ids() {
    long[] ids = new long[content.length / ENTRY];
    ByteBuffer bytes = ByteBuffer.wrap(content);
    for (int i = 0; i < ids.length; i++) {
      ids[i] = bytes.getLong(i * ENTRY);
    }
    return ids;
  }

  static byte[] content(List<Entry> entries) {
    ByteBuffer bytes = ByteBuffer.allocate(entries.size() * ENTRY);
    entries.forEach(e -> bytes.putLong(e.id()).put(Chain.bytes(e.hash())).putLong(e.mark()));
    return bytes.array();
  }
}
