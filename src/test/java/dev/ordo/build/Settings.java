package dev.ordo.build;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every {@code ordo.*} setting, as the code declares it. */
final class Settings {
  /**
   * @param meaning what its record's Javadoc says, empty where the name says it all
   */
  record Setting(String name, String type, String normally, String meaning) {}

  private static final List<Setting> APART =
      List.of(
          new Setting(
              "ordo.files", "Path", ".", "folder that holds rules/, routes/ and solver-configs/"));

  private Settings() {}

  static List<Setting> all() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    return Stream.concat(
            APART.stream(),
            scanner.findCandidateComponents("dev.ordo").stream()
                .map(found -> type(found.getBeanClassName()))
                .flatMap(Settings::of))
        .sorted(Comparator.comparing(Setting::name))
        .toList();
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Setting> of(Class<?> type) {
    String prefix = type.getAnnotation(ConfigurationProperties.class).value();
    String source = Tree.read(source(type).toString());
    Parameter[] given = type.getDeclaredConstructors()[0].getParameters();
    RecordComponent[] components = type.getRecordComponents();
    return IntStream.range(0, components.length)
        .mapToObj(i -> setting(prefix, components[i], given[i], source));
  }

  private static Path source(Class<?> type) {
    Class<?> top = type.getNestHost();
    return Path.of("src/main/java", top.getName().replace('.', '/') + ".java");
  }

  private static Setting setting(
      String prefix, RecordComponent component, Parameter given, String source) {
    DefaultValue normally = given.getAnnotation(DefaultValue.class);
    String kebab =
        PropertyNamingStrategies.KebabCaseStrategy.INSTANCE.translate(component.getName());
    return new Setting(
        prefix + "." + kebab,
        component.getGenericType().getTypeName().replaceAll("[\\w.]+\\.(\\w+)", "$1"),
        normally == null ? "" : String.join(", ", normally.value()),
        meaning(component.getName(), source));
  }

  private static String meaning(String component, String source) {
    Matcher said =
        Pattern.compile("(?s)@param " + component + "\\s+(.*?)(?=\\n\\s*\\*\\s*@param|\\*/)")
            .matcher(source);
    return said.find() ? said.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip() : "";
  }
}
