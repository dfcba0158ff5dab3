package dev.ordo.journey;

import dev.ordo.journey.StageComponent.StageEndpoint;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** Feeds a route from its stage; a failed route fails the batch. */
final class StageConsumer extends DefaultConsumer {
  private final StageEndpoint endpoint;
  private Stages.@Nullable Running running;

  StageConsumer(StageEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
    this.endpoint = endpoint;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    StageComponent.Reading reading = endpoint.reading();
    running =
        endpoint
            .stages()
            .start(
                reading.pool(),
                reading.batch(),
                reading.consumers(),
                reading.poll(),
                reading.lease().isZero() ? null : reading.lease(),
                this::feed);
  }

  @Override
  protected void doStop() throws Exception {
    if (running != null) {
      running.stop();
      running = null;
    }
    super.doStop();
  }

  private void feed(List<Long> ids) {
    Exchange exchange = createExchange(false);
    try {
      exchange.getIn().setBody(ids);
      getProcessor().process(exchange);
      if (exchange.getException() != null) {
        throw RuntimeCamelException.wrapRuntimeCamelException(exchange.getException());
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new RuntimeCamelException(e);
    } finally {
      releaseExchange(exchange, false);
    }
  }
}
