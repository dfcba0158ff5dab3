package dev.ordo.catalog;

import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells caches when they are stale: every import stamps its kind, the stamps are read once a second
 * for all kinds together, and at once on the node that imported.
 */
@Component
class Versions {
  private static final long READ_EVERY_MILLIS = 1_000;

  /** What is stamped as one. */
  enum Kind {
    PRODUCT,
    SHOP,
    SHOP_SKU,
    PACKAGING
  }

  /**
   * A stamp as this node saw it.
   *
   * @param imports how many imports ended here: tells a stamp seen before its commit from the same
   *     stamp after it
   */
  record Stamp(long version, long imports) {}

  private record Seen(long atMillis, long imports, Map<Kind, Long> versions) {}

  private final JdbcTemplate jdbc;
  private final MachineClock clock;
  private final Ids ids;
  private final AtomicLong imports = new AtomicLong();
  private volatile @Nullable Seen seen;

  Versions(JdbcTemplate jdbc, MachineClock clock, Ids ids) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.ids = ids;
  }

  Stamp of(Kind kind) {
    Seen known = seen;
    long now = clock.millis();
    if (known == null
        || known.imports != imports.get()
        || now - known.atMillis >= READ_EVERY_MILLIS) {
      known = new Seen(now, imports.get(), read());
      seen = known;
    }
    return new Stamp(known.versions.getOrDefault(kind, 0L), known.imports);
  }

  /** Call before writing: makes writers of one kind wait for each other until they commit. */
  void bump(Kind kind) {
    jdbc.update("UPDATE catalog_version SET version = ? WHERE kind = ?", ids.next(), kind.name());
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new CountImport());
    } else {
      imports.incrementAndGet();
    }
  }

  private Map<Kind, Long> read() {
    Map<Kind, Long> versions = new EnumMap<>(Kind.class);
    jdbc.query(
        "SELECT kind, version FROM catalog_version",
        row -> {
          versions.put(Kind.valueOf(row.getString("kind")), row.getLong("version"));
        });
    return versions;
  }

  private final class CountImport implements TransactionSynchronization {
    @Override
    public void afterCompletion(int status) {
      imports.incrementAndGet();
    }
  }
}
