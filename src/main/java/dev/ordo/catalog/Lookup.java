package dev.ordo.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Values by key, each loaded once; the keys a batch lacks are loaded in one query. */
final class Lookup<K, V> {
  private static final int MOST = 200_000;

  private final Remembered<Map<K, Optional<V>>> known;
  private final Function<List<K>, Map<K, V>> load;

  Lookup(Versions versions, Versions.Kind kind, Function<List<K>, Map<K, V>> load) {
    this.known = new Remembered<>(versions, kind, ConcurrentHashMap::new);
    this.load = load;
  }

  /** The values that exist; keys without one are absent. */
  Map<K, V> all(Collection<K> keys) {
    Map<K, Optional<V>> values = known.get();
    if (values.size() > MOST) {
      values.clear();
    }
    Map<K, V> found = missing(keys, values);
    for (K key : keys) {
      values.getOrDefault(key, Optional.empty()).ifPresent(value -> found.put(key, value));
    }
    return found;
  }

  private Map<K, V> missing(Collection<K> keys, Map<K, Optional<V>> values) {
    List<K> missing = keys.stream().distinct().filter(key -> !values.containsKey(key)).toList();
    Map<K, V> loaded = missing.isEmpty() ? Map.of() : load.apply(missing);
    missing.forEach(key -> values.put(key, Optional.ofNullable(loaded.get(key))));
    return new HashMap<>(loaded);
  }
}
