package dev.ordo.tracking;

import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.CarrierCall;
import dev.ordo.carrier.CarrierUnreachable;
import dev.ordo.carrier.CarrierWire;
import dev.ordo.carrier.Carriers;
import dev.ordo.carrier.Scan;
import dev.ordo.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Stage {@code track}: asks the carriers about parcels whose next look is due. */
@Service
public class Polls {
  private static final Logger LOG = LoggerFactory.getLogger(Polls.class);
  private static final Duration SILENT = Duration.ofDays(1);

  private record Asked(Trace trace, List<Scan> scans) {}

  private final TraceRows rows;
  private final Traces traces;
  private final Carriers carriers;
  private final CarrierWire wire;
  private final TrackingSettings settings;
  private final TransactionOperations transactions;
  private final BusinessClock clock;

  Polls(
      TraceRows rows,
      Traces traces,
      Carriers carriers,
      CarrierWire wire,
      TrackingSettings settings,
      TransactionOperations transactions,
      BusinessClock clock) {
    this.rows = rows;
    this.traces = traces;
    this.carriers = carriers;
    this.wire = wire;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Asks about every claimed parcel; runs under the claim's lease, outside a transaction. */
  public void poll(List<Long> parcelIds) {
    Map<String, Carrier> byCode =
        carriers.all().stream().collect(Collectors.toMap(Carrier::code, Function.identity()));
    List<Future<Asked>> asked = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Trace trace : rows.load(parcelIds)) {
        asked.add(pool.submit(() -> ask(trace, byCode.get(trace.carrier()))));
      }
    }
    List<Asked> answers = asked.stream().map(Future::resultNow).toList();
    transactions.executeWithoutResult(status -> store(answers));
  }

  private Asked ask(Trace trace, @org.jspecify.annotations.Nullable Carrier carrier) {
    if (carrier == null) {
      return new Asked(trace, List.of());
    }
    try {
      CarrierAnswer answer =
          wire.call(new CarrierCall.AskTrace(carrier, trace.waybillNo(), trace.phoneTail()));
      return new Asked(
          trace, answer instanceof CarrierAnswer.Traced traced ? traced.scans() : List.of());
    } catch (CarrierUnreachable e) {
      LOG.info("Asked again later: {}", e.getMessage());
      return new Asked(trace, List.of());
    }
  }

  private void store(List<Asked> answers) {
    Map<String, List<Scan>> byCarrier = new HashMap<>();
    Map<Long, Instant> next = new HashMap<>();
    Instant now = clock.now();
    for (Asked asked : answers) {
      byCarrier.computeIfAbsent(asked.trace.carrier(), c -> new ArrayList<>()).addAll(asked.scans);
      next.put(asked.trace.parcelId(), now.plus(pause(asked.trace, now)));
    }
    rows.lock(next.keySet());
    byCarrier.forEach(traces::take);
    rows.nextPoll(next);
  }

  private Duration pause(Trace trace, Instant now) {
    boolean silent = trace.hoursSinceScan(now) >= SILENT.toHours();
    return silent ? settings.pollSlowly() : settings.pollEvery();
  }
}
