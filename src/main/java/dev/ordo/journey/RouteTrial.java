package dev.ordo.journey;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Component;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;

/** Builds a file of routes in a Camel of its own that never starts a consumer. */
final class RouteTrial {
  private final ApplicationContext beans;
  private final Stages stages;
  private final HeaderGuard guard;

  RouteTrial(ApplicationContext beans, Stages stages, HeaderGuard guard) {
    this.beans = beans;
    this.stages = stages;
    this.guard = guard;
  }

  /** Throws where the file cannot be built or names what is not there. */
  void run(List<RouteFile> policy, RouteFile file, RoutePlan plan) throws Exception {
    List<String> missing = plan.calls().stream().flatMap(this::missing).toList();
    if (!missing.isEmpty()) {
      throw new RouteFileBroken(file.name(), missing);
    }
    build(Stream.concat(policy.stream(), Stream.of(file)).distinct().toList());
  }

  /** Builds the files side by side, which is faster than one after the other. */
  void build(List<RouteFile> files) throws Exception {
    try (DefaultCamelContext scratch =
        new DefaultCamelContext(new DefaultRegistry(new Beans(beans)))) {
      prepare(scratch);
      for (RouteFile file : files) {
        PluginHelper.getRoutesLoader(scratch)
            .loadRoutes(ResourceHelper.fromString(file.name(), file.text()));
      }
      scratch.start();
      for (Route route : scratch.getRoutes()) {
        route.getEndpoint().createConsumer(exchange -> {}).close();
      }
    }
  }

  private void prepare(DefaultCamelContext scratch) {
    scratch.setAutoStartup(false);
    scratch.addComponent("stage", new StageComponent(stages));
    scratch.getPropertiesComponent().addPropertiesSource(new Settings(beans));
    guard.guard(scratch);
  }

  /** The beans and methods a file names that are not there. */
  Stream<String> missing(RoutePlan.Call call) {
    if (!beans.containsBean(call.ref())) {
      return Stream.of("There is no bean (%s).".formatted(call.ref()));
    }
    Class<?> type = AopUtils.getTargetClass(beans.getBean(call.ref()));
    return isPublic(type, call.method())
        ? Stream.of()
        : Stream.of(
            "The bean (%s) has no public method (%s); it has %s."
                .formatted(call.ref(), call.method(), methods(type)));
  }

  static boolean isPublic(Class<?> type, String method) {
    return Modifier.isPublic(type.getModifiers())
        && Arrays.stream(type.getMethods()).anyMatch(m -> m.getName().equals(method));
  }

  private static List<String> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()))
        .map(java.lang.reflect.Method::getName)
        .distinct()
        .sorted()
        .toList();
  }

  /** The application's settings, for placeholders. */
  private record Settings(ApplicationContext beans) implements PropertiesSource {
    @Override
    public String getName() {
      return "settings";
    }

    @Override
    public @Nullable String getProperty(String name) {
      return beans.getEnvironment().getProperty(name);
    }
  }

  /** The application's beans, without what belongs to the running Camel. */
  private record Beans(ApplicationContext beans) implements BeanRepository {
    @Override
    public @Nullable Object lookupByName(String name) {
      if (!beans.containsBean(name)) {
        return null;
      }
      Class<?> type = beans.getType(name);
      return type == null || Component.class.isAssignableFrom(type) ? null : beans.getBean(name);
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
      Object found = lookupByName(name);
      return type.isInstance(found) ? type.cast(found) : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
      return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
      return Set.of();
    }
  }
}
