package dev.ordo.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The last releases of every point, compiled and ready to decide again at once. */
final class ReleaseCache {
  /** Per point: what decides, what it replaced, and the candidates people work on. */
  private static final int KEPT = 8;

  private static final class Newest extends LinkedHashMap<String, CompletableFuture<Release>> {
    private static final long serialVersionUID = 1L;

    private Newest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Release>> eldest) {
      return size() > KEPT;
    }
  }

  private final Map<String, Newest> points = new ConcurrentHashMap<>();

  void put(String point, String hash, Release release) {
    Newest newest = of(point);
    synchronized (newest) {
      newest.put(hash, CompletableFuture.completedFuture(release));
    }
  }

  /** Compiles at most once at a time; nobody waits for the compilation of another release. */
  Release get(String point, String hash, Supplier<Release> compile) {
    CompletableFuture<Release> mine = new CompletableFuture<>();
    CompletableFuture<Release> kept = keep(point, hash, mine);
    if (kept == mine) {
      fill(point, hash, mine, compile);
    }
    try {
      return kept.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private CompletableFuture<Release> keep(
      String point, String hash, CompletableFuture<Release> mine) {
    Newest newest = of(point);
    synchronized (newest) {
      return newest.computeIfAbsent(hash, h -> mine);
    }
  }

  private void fill(
      String point, String hash, CompletableFuture<Release> mine, Supplier<Release> compile) {
    try {
      mine.complete(compile.get());
    } catch (RuntimeException | Error e) {
      Newest newest = of(point);
      synchronized (newest) {
        newest.remove(hash, mine);
      }
      mine.completeExceptionally(e);
    }
  }

  private Newest of(String point) {
    return points.computeIfAbsent(point, p -> new Newest());
  }
}
