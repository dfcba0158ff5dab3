package dev.ordo;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Closes the servers of the tests when the last test is done, while their databases still run. */
final class ServersClose implements BeforeAllCallback {
  private static final Namespace HERE = Namespace.create(ServersClose.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(ServersClose.class, k -> (AutoCloseable) ChosenDatabase::closeServers);
  }
}
