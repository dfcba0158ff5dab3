package dev.ordo.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.Ordo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules stand in one order, that of the journey; each may use only what stands above it. */
class HouseOrderTests {
  private static final List<String> ORDER =
      List.of(
          "shared",
          "access",
          "console",
          "desk",
          "journey",
          "rules",
          "analysis",
          "trail",
          "rulebook",
          "address",
          "catalog",
          "site",
          "inventory",
          "order",
          "crm",
          "audit",
          "carrier",
          "fulfilment",
          "change",
          "wave",
          "shipping",
          "bench",
          "tracking",
          "aftersales",
          "channel",
          "purchasing",
          "finance",
          "reports",
          "simulator");

  private final List<String> modules =
      ApplicationModules.of(Ordo.class).stream().map(m -> m.getIdentifier().toString()).toList();

  @Test
  void everyModuleHasItsPlace() {
    assertThat(ORDER).containsAll(modules);
  }

  @Test
  void everyModuleUsesOnlyWhatStandsAboveIt() {
    Map<String, List<String>> below = new TreeMap<>();
    for (String module : modules) {
      List<String> wrong =
          allowed(module).stream()
              .map(used -> used.split("(::|\\s)", 2)[0])
              .filter(used -> ORDER.indexOf(used) >= ORDER.indexOf(module))
              .toList();
      if (!wrong.isEmpty()) {
        below.put(module, wrong);
      }
    }

    assertThat(below).isEmpty();
  }

  @Test
  void everyModuleDeclaresWhatItMayUse() {
    assertThat(
            modules.stream()
                .filter(module -> declared(module) == null)
                .collect(Collectors.joining(" ")))
        .isEmpty();
  }

  private static List<String> allowed(String module) {
    ApplicationModule declared = declared(module);
    return declared == null ? List.of() : List.of(declared.allowedDependencies());
  }

  private static ApplicationModule declared(String module) {
    try {
      return Class.forName("dev.ordo." + module + ".package-info")
          .getAnnotation(ApplicationModule.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "The module (%s) says nothing of itself.".formatted(module), e);
    }
  }
}
