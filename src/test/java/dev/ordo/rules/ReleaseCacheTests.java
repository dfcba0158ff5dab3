package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cache forgets the oldest releases; whoever still decides by one is not disturbed. */
class ReleaseCacheTests {
  @Test
  void anEvictedReleaseIsClosedOnceNobodyHoldsIt() {
    ReleaseCache cache = new ReleaseCache();
    long before = Release.closed();
    Release held = RulesFixtures.compiled("picking");
    cache.put("picking", "held", held);
    cache.put("picking", "gone", RulesFixtures.compiled("picking"));
    for (int i = 0; i < 8; i++) {
      cache.put("picking", "newer " + i, RulesFixtures.release("picking"));
    }

    await().atMost(Duration.ofSeconds(30)).until(() -> collected(before + 1));

    assertThat(held.decide(1, Instant.EPOCH, List.of()).firings()).isEmpty();
    Reference.reachabilityFence(held);
  }

  private static boolean collected(long closed) {
    System.gc();
    return Release.closed() >= closed;
  }
}
