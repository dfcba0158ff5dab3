package dev.ordo.rules;

import java.util.List;
import java.util.Set;

/**
 * The second wall behind the {@link Guard}: compiled rules can load the vocabulary, a few value
 * types of Java and the engine's own rule model, and nothing else, whatever their text was.
 */
final class AllowedClasses extends ClassLoader {
  private static final Set<String> JAVA =
      Set.of(
          "java.lang.Object",
          "java.lang.String",
          "java.lang.CharSequence",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Character",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Number",
          "java.lang.Enum",
          "java.lang.Record",
          "java.lang.Comparable",
          "java.lang.Iterable",
          "java.lang.Throwable",
          "java.lang.Exception",
          "java.lang.RuntimeException",
          "java.lang.IllegalArgumentException",
          "java.lang.StringBuilder",
          "java.lang.Override",
          "java.lang.SuppressWarnings",
          "java.lang.invoke.LambdaMetafactory",
          "java.lang.invoke.StringConcatFactory",
          "java.lang.invoke.SerializedLambda",
          "java.lang.invoke.MethodHandles",
          "java.lang.invoke.MethodHandles$Lookup",
          "java.lang.invoke.MethodHandle",
          "java.lang.invoke.MethodType",
          "java.lang.invoke.CallSite",
          "java.io.Serializable",
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.math.MathContext",
          "java.math.RoundingMode",
          "java.time.Duration",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.ZoneId",
          "java.time.chrono.ChronoLocalDate",
          "java.time.format.DateTimeFormatter",
          "java.time.format.DateTimeFormatterBuilder",
          "java.util.Arrays",
          "java.util.Collection",
          "java.util.Collections",
          "java.util.Date",
          "java.util.List",
          "java.util.Locale",
          "java.util.Map",
          "java.util.Objects",
          "java.util.Set",
          "java.util.function.Supplier");
  private static final List<String> MODEL =
      List.of(
          "org.drools.model.",
          "org.drools.modelcompiler.dsl.",
          "org.drools.modelcompiler.util.",
          "org.drools.core.base.accumulators.");
  private static final Set<String> ENGINE =
      Set.of(
          "dev.ordo.rules.Patterns",
          "org.drools.modelcompiler.CanonicalKieModuleModel",
          "org.drools.util.DateUtils",
          "org.kie.api.builder.ReleaseId");

  static {
    registerAsParallelCapable();
  }

  private final Vocabulary vocabulary;

  AllowedClasses(Vocabulary vocabulary) {
    super(AllowedClasses.class.getClassLoader());
    this.vocabulary = vocabulary;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!isAllowed(name)) {
      throw new ClassNotFoundException("Rules may not use the class (%s).".formatted(name));
    }
    return super.loadClass(name, resolve);
  }

  private boolean isAllowed(String name) {
    return JAVA.contains(name)
        || ENGINE.contains(name)
        || MODEL.stream().anyMatch(name::startsWith)
        || vocabulary.types().values().stream().anyMatch(type -> type.getName().equals(name));
  }
}
