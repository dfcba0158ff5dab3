package dev.ordo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts what a run says to its database: one execution, of one row or of a batch, is one trip. */
final class StatementCosts implements BeanPostProcessor, QueryExecutionListener {
  private record Cost(LongAdder trips, LongAdder rows, LongAdder millis) {}

  private final Map<String, Cost> byStatement = new ConcurrentHashMap<>();

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source
        ? ProxyDataSourceBuilder.create(source).listener(this).build()
        : bean;
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    Cost cost =
        byStatement.computeIfAbsent(
            queries.isEmpty() ? "" : queries.getFirst().getQuery(),
            k -> new Cost(new LongAdder(), new LongAdder(), new LongAdder()));
    cost.trips.increment();
    cost.rows.add(Math.max(1, execution.getBatchSize()));
    cost.millis.add(execution.getElapsedTime());
  }

  void forget() {
    byStatement.clear();
  }

  /** Trips per order, and the dearest statements for whoever wants to make it faster. */
  void print(int orders) {
    long trips = byStatement.values().stream().mapToLong(c -> c.trips.sum()).sum();
    System.out.printf("%.2f round trips per order%n", (double) trips / orders);
    byStatement.entrySet().stream()
        .sorted(Comparator.comparing(e -> -e.getValue().millis.sum()))
        .limit(40)
        .forEach(e -> print(e.getKey(), e.getValue()));
  }

  private static void print(String statement, Cost cost) {
    System.out.printf(
        "%,8d ms %,8d trips %,9d rows  %.110s%n",
        cost.millis.sum(),
        cost.trips.sum(),
        cost.rows.sum(),
        statement.replaceAll("\\s+", " ").strip());
  }
}
