package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.support.StaticApplicationContext;

class RouteFilesTests {
  @TempDir Path folder;
  private JourneyFixtures house;
  private DefaultCamelContext camel;
  private RouteFiles files;
  private HttpServer server;
  private final Recorder recorder = new Recorder();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** The bean that routes of these tests call. */
  public static class Recorder {
    final List<List<Long>> batches = new ArrayList<>();
    final Map<String, Object> headers = new ConcurrentHashMap<>();
    final CountDownLatch called = new CountDownLatch(1);

    public void batch(List<Long> ids) {
      batches.add(List.copyOf(ids));
    }

    public void headers(@org.apache.camel.Headers Map<String, Object> found) {
      headers.putAll(found);
      called.countDown();
    }

    public void fail() {
      throw new IllegalStateException("broken");
    }
  }

  @BeforeEach
  void begin() throws Exception {
    Files.createDirectories(folder.resolve("routes"));
    house = new JourneyFixtures(Vendor.H2, folder.toString(), false);
    StaticApplicationContext beans = new StaticApplicationContext();
    beans.getBeanFactory().registerSingleton("recorder", recorder);
    beans.getBeanFactory().registerSingleton("incidents", house.incidents);
    beans.getBeanFactory().registerSingleton("unattended", new Unattended());
    HeaderGuard guard = new HeaderGuard(house.settings.hosts());
    camel = new DefaultCamelContext();
    camel.getRegistry().bind("recorder", recorder);
    camel.getRegistry().bind("incidents", house.incidents);
    camel.getRegistry().bind("unattended", new Unattended());
    camel.addComponent("stage", new StageComponent(house.stages));
    guard.guard(camel);
    camel.start();
    files =
        new RouteFiles(
            camel,
            beans,
            house.stages,
            guard,
            house.settings,
            new dev.ordo.SettableClock(house.machine.now()));
    Files.copy(
        Path.of("routes", RouteFile.ERROR_POLICY),
        folder.resolve("routes").resolve(RouteFile.ERROR_POLICY));
    listen();
  }

  private void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          asked.add(call.getRequestURI().toString());
          call.sendResponseHeaders(204, -1);
          call.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    camel.stop();
    server.stop(0);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve("routes").resolve(name + ".camel.yaml"), text);
    files.refresh();
  }

  private static String route(String id, String from, String steps) {
    return """
    - route:
        id: %s
        description: A route of a test
        routeConfigurationId: parked-on-error
        from:
          uri: "%s"
          steps:
            - %s
    """
        .formatted(id, from, steps);
  }

  private static String calling(String method) {
    return "bean: { ref: recorder, method: %s }".formatted(method);
  }

  private String refusal() {
    assertThat(files.failed()).hasSize(1);
    return files.failed().getFirst().reason();
  }

  @Test
  void aStageRunsAsItsFileSays() throws Exception {
    house.pool();
    house.newWork(1, 2, 3);
    write("work", route("work", "stage:work?batch=2", calling("batch")));
    assertThat(files.failed()).isEmpty();
    house.stages.runDue();
    assertThat(recorder.batches.getFirst()).containsExactly(1L, 2L);
    assertThat(house.stages.running()).containsExactly("work");
  }

  @Test
  void aStageHearsOfItsFailuresAndRedoesTheBatch() throws Exception {
    house.pool();
    house.newWork(1, 2);
    write("work", route("work", "stage:work", calling("fail")));
    house.stages.runDue();
    assertThat(house.jdbc.queryForObject("SELECT min(attempts) FROM parcel_of_work", Integer.class))
        .isEqualTo(1);
    assertThat(house.incidents.open()).isZero();
  }

  @Test
  void whatNobodyWaitsForBecomesAnIncident() throws Exception {
    NotifyBuilder failed = new NotifyBuilder(camel).whenDone(1).create();
    write("tick", route("tick", "timer:tick?delay=0&repeatCount=1", calling("fail")));
    assertThat(failed.matches(10, TimeUnit.SECONDS)).isTrue();
    assertThat(house.incidents.list(null, "route:tick", "", Long.MAX_VALUE, 100)).hasSize(1);
  }

  @Test
  void aCallerThroughDirectHearsOfTheFailure() throws Exception {
    write("door", route("door", "direct:door", calling("fail")));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> camel.createProducerTemplate().sendBody("direct:door", "x"))
        .isInstanceOf(CamelExecutionException.class)
        .hasRootCauseMessage("broken");
    assertThat(house.incidents.open()).isZero();
  }

  @Test
  void aChangedFileReplacesItsRoutesAndADeletedFileTakesThemAlong() throws Exception {
    write("a", route("first", "direct:a", "log: a"));
    write("a", route("second", "direct:a", "log: b"));
    assertThat(camel.getRoute("first")).isNull();
    assertThat(camel.getRoute("second")).isNotNull();
    Files.delete(folder.resolve("routes/a.camel.yaml"));
    files.refresh();
    assertThat(camel.getRoutes()).isEmpty();
  }

  @Test
  void aBrokenFileLeavesTheOldOneRunningAndShowsInHealth() throws Exception {
    write("a", route("a", "direct:a", "log: fine"));
    write("a", "- route:\n  id: a\n broken");
    assertThat(camel.getRoute("a")).isNotNull();
    assertThat(refusal()).contains("line");
    assertThat(new RouteHealth(files).health().getStatus()).isEqualTo(Status.DOWN);
    write("a", route("a", "direct:a", "log: mended"));
    assertThat(files.failed()).isEmpty();
    assertThat(new RouteHealth(files).health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void aFileThatParsesButCannotStartIsRefused() throws Exception {
    write("a", route("a", "direct:a", "log: fine"));
    write("a", route("a", "timer:a?nonsense=1", "log: fine"));
    assertThat(refusal()).contains("nonsense");
    assertThat(camel.getRoute("a").getEndpoint().getEndpointUri()).isEqualTo("direct://a");
  }

  @Test
  void oneBrokenFileDoesNotKeepTheOthersFromRunning() throws Exception {
    write("a", "nothing");
    write("b", route("b", "direct:b", "log: fine"));
    assertThat(camel.getRoute("b")).isNotNull();
    assertThat(files.failed()).hasSize(1);
  }

  @Test
  void manyFilesAtOnceRunExceptTheBrokenOne() throws Exception {
    Path routes = folder.resolve("routes");
    Files.writeString(routes.resolve("a.camel.yaml"), route("a", "direct:a", "log: fine"));
    Files.writeString(routes.resolve("b.camel.yaml"), route("b", "timer:b?nonsense=1", "log: b"));
    Files.writeString(routes.resolve("c.camel.yaml"), route("c", "direct:c", "log: fine"));
    files.refresh();
    assertThat(refusal()).contains("nonsense");
    assertThat(camel.getRoutes()).extracting(org.apache.camel.Route::getId).contains("a", "c");
    Files.writeString(routes.resolve("b.camel.yaml"), route("b", "direct:b", "log: fine"));
    Files.writeString(routes.resolve("d.camel.yaml"), route("d", "direct:d", "log: fine"));
    files.refresh();
    assertThat(files.failed()).isEmpty();
    assertThat(camel.getRoutes()).hasSize(4);
  }

  @Test
  void missingBeansAndMethodsAreNamed() throws Exception {
    write("a", route("a", "direct:a", "bean: { ref: nobody, method: work }"));
    assertThat(refusal()).contains("There is no bean (nobody)");
    write("a", route("a", "direct:a", calling("wrok")));
    assertThat(refusal()).contains("no public method (wrok)").contains("batch");
  }

  @Test
  void aRouteIdOrConsumerThatIsTakenIsRefused() throws Exception {
    write("a", route("a", "direct:a", "log: fine"));
    write("b", route("a", "direct:a", "log: fine"));
    assertThat(refusal()).contains("route id (a)").contains("consumer (direct:a)");
  }

  @Test
  void theJourneyRunsOnlyWithEveryPool() throws Exception {
    house.pool();
    write("order-journey", route("other", "direct:other", "log: x"));
    assertThat(refusal()).contains("The pool (work) has no stage");
    write("order-journey", route("work", "stage:work", calling("batch")));
    assertThat(files.failed()).isEmpty();
  }

  @Test
  void hostsThatAreNotListedAreRefused() throws Exception {
    write("a", route("a", "direct:a", "to: http://example.com/x"));
    assertThat(refusal()).contains("example.com").contains("ordo.journey.hosts");
  }

  @Test
  void headersCannotRedirectAnHttpCall() throws Exception {
    int port = server.getAddress().getPort();
    write("a", route("a", "direct:a", "to: http://localhost:%d/right".formatted(port)));
    assertThat(files.failed()).isEmpty();
    camel
        .createProducerTemplate()
        .sendBodyAndHeaders(
            "direct:a",
            null,
            Map.of(
                "CamelHttpUri",
                "http://localhost:" + port + "/wrong",
                "cAMELhttpURI",
                "http://localhost:" + port + "/wrong",
                "org.apache.camel.Rest",
                "x",
                "CamelHttpQuery",
                "a={{user.home}}"));
    assertThat(asked).containsExactly("/right?a=%7B%7Buser.home%7D%7D");
  }

  @Test
  void anAddressChosenAtRunTimeIsHeldToKnownComponentsAndHosts() throws Exception {
    write(
        "a",
        """
        - route:
            id: chosen
            description: A route of a test
            routeConfigurationId: parked-on-error
            from:
              uri: direct:chosen
              steps:
                - setProperty: { name: target, simple: "${body}" }
                - toD: "${exchangeProperty.target}"
        """);
    assertThat(files.failed()).isEmpty();
    for (String target : List.of("seda:x", "http://example.com/x", "controlbus:route")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> camel.createProducerTemplate().sendBody("direct:chosen", target))
          .isInstanceOf(CamelExecutionException.class);
    }
    String known = "http://localhost:%d/known".formatted(server.getAddress().getPort());
    camel.createProducerTemplate().sendBody("direct:chosen", known);
    assertThat(asked).containsExactly("/known");
  }

  @Test
  void camelsHeadersAreStrippedWhereAMessageComesIn() throws Exception {
    write(
        "a", route("a", "timer:a?delay=0&repeatCount=1&includeMetadata=true", calling("headers")));
    assertThat(recorder.called.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(recorder.headers.keySet())
        .noneMatch(h -> h.toLowerCase(java.util.Locale.ROOT).startsWith("camel"));
  }
}
