package dev.ordo.site;

import java.util.Collection;
import java.util.Map;

/** Tells which slots hold goods, so that none of them vanishes; whoever keeps the stock answers. */
public interface SlotStock {
  /** Units that lie in these slots, by code; empty slots are left out. */
  Map<String, Integer> units(String warehouse, Collection<String> codes);
}
