package dev.ordo.journey;

import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells watchers what happened, exactly if the telling transaction commits. Topics that nobody
 * watches write nothing; all events of a transaction are stored by one statement at its end.
 */
@Component
public class Outbox {
  private final Deliveries deliveries;
  private final OutboxRows rows;
  private final Ids ids;
  private final MachineClock clock;
  private final JsonMapper json;

  Outbox(Deliveries deliveries, OutboxRows rows, Ids ids, MachineClock clock, JsonMapper json) {
    this.deliveries = deliveries;
    this.rows = rows;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Tells it in the caller's transaction.
   *
   * @param lane events of one lane reach each watcher in order
   * @param key names the effect: the same key twice is the same effect
   * @param payload becomes JSON
   */
  public void publish(String topic, String lane, String key, Object payload) {
    Collection<String> interested = deliveries.interestedIn(topic);
    if (interested.isEmpty()) {
      return;
    }
    Instant now = clock.now();
    String text = json.writeValueAsString(payload);
    Told told = told();
    for (String watcher : interested) {
      told.add(new OutboxRow(watcher, new Event(ids.next(), topic, lane, key, now, text)));
      deliveries.wake(watcher);
    }
  }

  int deliverDue() {
    return deliveries.deliverDue();
  }

  private Told told() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Events are published inside a transaction only.");
    }
    Told told = (Told) TransactionSynchronizationManager.getResource(this);
    if (told == null) {
      told = new Told();
      TransactionSynchronizationManager.bindResource(this, told);
      TransactionSynchronizationManager.registerSynchronization(told);
    }
    return told;
  }

  /** What the current transaction told so far. */
  private final class Told implements TransactionSynchronization {
    private final List<OutboxRow> waiting = new ArrayList<>();
    private boolean stored;

    void add(OutboxRow row) {
      if (stored) {
        rows.insert(List.of(row));
      } else {
        waiting.add(row);
      }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      rows.insert(waiting);
      stored = true;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Outbox.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Outbox.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Outbox.this);
    }
  }
}
