package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever happens to an order, its receiver stays out of the logs, even at their most talkative.
 */
class SilentLogsTests extends StillServer {
  /** Parts of the receivers that are sent in; addresses down to the street are no one's secret. */
  private static final List<String> PERSONAL =
      List.of("李小明", "王秘密", "13700009876", "139000", "华星时代广场", "秘密路");

  @Autowired private WholeJourney journey;

  private final Queue<String> said = new ConcurrentLinkedQueue<>();
  private final Logger house = (Logger) LoggerFactory.getLogger("dev.ordo");
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final AppenderBase<ILoggingEvent> ear =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          IThrowableProxy thrown = event.getThrowableProxy();
          said.add(
              event.getFormattedMessage()
                  + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
      };
  private Level before;

  @BeforeEach
  void listen() {
    before = house.getLevel();
    house.setLevel(Level.TRACE);
    ear.start();
    root.addAppender(ear);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(ear);
    house.setLevel(before);
  }

  @Test
  void aWholeJourneyNamesNoReceiver() {
    house.trace("the ear hears");
    journey.handedOver(this, "silent-", 2);

    assertThat(said).contains("the ear hears").noneMatch(SilentLogsTests::isPersonal);
  }

  @Test
  void whatIsRefusedOrSetAsideNamesNoReceiverEither() {
    String bad =
        """
        {"shop": "MINI9", "platformNo": "silent-bad", "createdAt": "oops", "receiver": {"name": "王秘密",
         "phone": "13700009876", "province": "浙江省", "city": "杭州市", "detail": "秘密路 1 号"},
         "goodsAmount": "1.00", "total": "2.00", "lines": []}\
        """;

    assertThat(post("/api/orders", bad).statusCode()).isEqualTo(422);
    assertThat(post("/api/orders/batch", "[" + bad + "]").body()).contains("\"incidents\":[{");
    assertThat(post("/api/orders", bad.replace("\"lines\"", "\"lines")).statusCode())
        .isBetween(400, 422);
    assertThat(said).noneMatch(SilentLogsTests::isPersonal);
  }

  private static boolean isPersonal(String line) {
    return PERSONAL.stream().anyMatch(line::contains);
  }
}
