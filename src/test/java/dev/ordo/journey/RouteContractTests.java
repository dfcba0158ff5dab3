package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.Introspector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/** What the compiler cannot see in {@code routes/}: beans, methods, doors, names. */
class RouteContractTests {
  private final List<RouteFile> files = RouteFile.all(Path.of("routes"));
  private final List<RoutePlan> plans = files.stream().map(RoutePlan::of).toList();

  RouteContractTests() throws IOException {}

  @Test
  void everyFileKeepsTheRulesOfTheHouse() {
    assertThat(files).extracting(RouteFile::name).contains(RouteFile.ERROR_POLICY);
    assertThat(plans).flatExtracting(RoutePlan::faults).isEmpty();
  }

  @Test
  void everyRouteIdIsUnique() {
    assertThat(plans).flatExtracting(RoutePlan::ids).doesNotHaveDuplicates();
  }

  @Test
  void everyDirectHasOneConsumer() {
    List<String> doors = plans.stream().flatMap(p -> p.doors().stream()).toList();
    assertThat(doors).doesNotHaveDuplicates();
    assertThat(plans)
        .flatExtracting(RoutePlan::targets)
        .filteredOn(t -> t.toString().startsWith("direct:"))
        .allSatisfy(target -> assertThat(doors).contains(target.toString()));
  }

  @Test
  void everyBeanAndMethodExistsAndIsPublic() {
    Map<String, JavaClass> beans = beans();
    for (RoutePlan plan : plans) {
      for (RoutePlan.Call call : plan.calls()) {
        assertThat(beans).as("bean of route").containsKey(call.ref());
        assertThat(isPublic(beans.get(call.ref()), call.method()))
            .as("public method %s.%s", call.ref(), call.method())
            .isTrue();
      }
    }
  }

  private static boolean isPublic(JavaClass type, String method) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getAllMethods().stream()
            .anyMatch(
                m -> m.getName().equals(method) && m.getModifiers().contains(JavaModifier.PUBLIC));
  }

  private static Map<String, JavaClass> beans() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.ordo")
            .stream()
            .filter(c -> c.isMetaAnnotatedWith(Component.class))
            .collect(
                Collectors.toMap(RouteContractTests::beanName, Function.identity(), (a, b) -> a));
  }

  private static String beanName(JavaClass type) {
    String given = type.tryGetAnnotationOfType(Component.class).map(Component::value).orElse("");
    return given.isEmpty() ? Introspector.decapitalize(type.getSimpleName()) : given;
  }
}
