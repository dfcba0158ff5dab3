package dev.ordo.journey;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Says each name once after the current transaction commits, or at once without one. */
final class AfterCommit {
  private final Consumer<String> call;

  AfterCommit(Consumer<String> call) {
    this.call = call;
  }

  void say(String name) {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && TransactionSynchronizationManager.isSynchronizationActive()) {
      names().add(name);
    } else {
      call.accept(name);
    }
  }

  @SuppressWarnings("unchecked")
  private Set<String> names() {
    Set<String> names = (Set<String>) TransactionSynchronizationManager.getResource(this);
    if (names == null) {
      names = new LinkedHashSet<>();
      TransactionSynchronizationManager.bindResource(this, names);
      TransactionSynchronizationManager.registerSynchronization(new Said(names));
    }
    return names;
  }

  private final class Said implements TransactionSynchronization {
    private final Set<String> names;

    Said(Set<String> names) {
      this.names = names;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(AfterCommit.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(AfterCommit.this, names);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(AfterCommit.this);
      if (status == STATUS_COMMITTED) {
        names.forEach(call);
      }
    }
  }
}
