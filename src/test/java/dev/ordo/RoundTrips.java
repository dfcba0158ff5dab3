package dev.ordo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/**
 * Counts how often the server goes to the database, on whatever thread; a JDBC batch counts once.
 * Timers that happen to run are left out.
 */
@TestComponent
class RoundTrips implements BeanPostProcessor, QueryExecutionListener {
  private final List<String> statements = new CopyOnWriteArrayList<>();

  /** The statements that went to the database while the work ran. */
  List<String> of(Runnable work) {
    statements.clear();
    work.run();
    return new ArrayList<>(statements);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source
        ? ProxyDataSourceBuilder.create(source).listener(this).build()
        : bean;
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

  /** What caches ask at most once a second is not the work's own, nor what timers do. */
  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    String sql = queries.isEmpty() ? "" : queries.getFirst().getQuery();
    String thread = Thread.currentThread().getName();
    boolean timer = thread.startsWith("scheduling-") || thread.contains("://");
    if (!timer && !sql.contains("catalog_version")) {
      statements.add(sql);
    }
  }
}
