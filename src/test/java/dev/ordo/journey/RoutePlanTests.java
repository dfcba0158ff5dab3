package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutePlanTests {
  private static RoutePlan with(String step) {
    return RoutePlan.of(
        RouteFile.of(
            "x.camel.yaml",
            """
            - route:
                id: good-name
                description: Says what it is for
                routeConfigurationId: parked-on-error
                from:
                  uri: stage:work?batch=10
                  steps:
                    - %s
            """
                .formatted(step)));
  }

  @Test
  void readsWhatARouteNames() {
    RoutePlan plan = with("bean: { ref: orders, method: review }");
    assertThat(plan.faults()).isEmpty();
    assertThat(plan.ids()).containsExactly("good-name");
    assertThat(plan.pools()).containsExactly("work");
    assertThat(plan.calls()).containsExactly(new RoutePlan.Call("orders", "review"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to: exec:rm",
        "to: { uri: 'language:groovy:x' }",
        "to: 'http://{{host}}/${header.path}'",
        "toD: 'http://${header.host}'",
        "to-d: 'http://${header.host}'",
        "recipientList: { simple: '${header.to}' }",
        "script: { groovy: 'x' }",
        "setBody: { groovy: 'x' }",
        "setBody: { spel: '#{T(java.lang.Runtime)}' }",
        "setBody: { simple: '${bean:orders.review}' }",
        "setBody: { simple: '${camelContext.stop}' }",
        "setBody: { simple: '${body.getClass.forName}' }",
        "setBody: { simple: '${sysenv.SECRET}' }",
        "bean: { beanType: java.lang.Runtime, method: exec }",
        "bean: { ref: '${header.bean}', method: review }",
        "bean: { ref: orders }",
        "bean: { ref: orders, method: 'review(${header.x})' }",
        "toD: '${exchangeProperty.host}/x'",
        "kamelet: { name: x }"
      })
  void whatReachesOutIsRefused(String step) {
    assertThat(with(step).faults()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to: direct:next",
        "to: 'http://localhost:8080/x?httpMethod=POST'",
        "to: '{{ordo.carrier.url}}'",
        "toD: '${exchangeProperty.gateway}'",
        "bean: { ref: pulls, method: 'due(SHOP)' }",
        "setHeader: { name: CamelHttpQuery, simple: 'page=${header.page}' }",
        "split: { simple: '${body}', steps: [ { to: direct:one } ] }",
        "choice: { when: [ { simple: '${body} == null', steps: [ { stop: {} } ] } ] }",
        "log: 'took ${body.size}'"
      })
  void everydayStepsAreTaken(String step) {
    assertThat(with(step).faults()).isEmpty();
  }

  @Test
  void namesEverythingThatIsMissing() {
    List<String> faults =
        RoutePlan.of(RouteFile.of("x.camel.yaml", "- route: { id: Bad_Name, steps: [] }")).faults();
    assertThat(faults).hasSize(4);
    assertThat(RoutePlan.of(RouteFile.of("x.camel.yaml", "- beans: []")).faults()).hasSize(1);
    assertThat(RoutePlan.of(RouteFile.of("x.camel.yaml", "")).faults()).hasSize(1);
  }
}
