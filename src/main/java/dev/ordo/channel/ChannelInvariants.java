package dev.ordo.channel;

import dev.ordo.journey.Invariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of what shops are told. */
@Configuration
class ChannelInvariants {
  @Bean
  Invariant shopsKnowTheNewestFigure() {
    return Invariant.of(
        "shops: the figure told last is the newest one, or it is due to be told",
        """
        SELECT count(*) FROM channel_stock
         WHERE told_version > version OR told_version = version AND told <> available\
        """);
  }

  @Bean
  Invariant shopsAreToldWhatThereIs() {
    return Invariant.of(
        "shops: what they are told is what can be sold, or a change waits",
        """
        SELECT count(*) FROM channel_stock t
          JOIN shop s ON s.code = t.shop AND s.active AND s.pull_url <> ''
         WHERE t.available <> (SELECT greatest(coalesce(sum(f.on_hand - f.locked), 0), 0) FROM stock f
                WHERE f.sku = t.sku AND f.owner = 'SELF' AND f.quality = 'GOOD' AND f.pool = 'MAIN')
           AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.watcher = 'stock-push'
               AND e.status <> 'DELIVERED' AND e.payload LIKE '%"' || t.sku || '"%')\
        """);
  }
}
