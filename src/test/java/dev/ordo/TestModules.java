package dev.ordo;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** A few modules wired for real on a test database, without web and without schedules. */
public final class TestModules {
  private TestModules() {}

  @Configuration
  @EnableTransactionManagement
  @EnableConfigurationProperties
  @ConfigurationPropertiesScan("dev.ordo")
  static class Wiring {}

  /**
   * Starts the named modules, or of a module one type such as {@code access.People}; {@code shared}
   * is always there.
   *
   * @param settings {@code key=value}
   */
  public static AnnotationConfigApplicationContext start(
      DataSource source, String[] settings, String... modules) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    TestPropertyValues.of(settings).applyTo(context);
    context.register(Wiring.class);
    addDatabase(context, source);
    context.registerBean(JsonMapper.class, JsonMapper::shared);
    context.registerBean(PropertySourcesPlaceholderConfigurer.class);
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
    scanner.addExcludeFilter(
        new RegexPatternTypeFilter(
            java.util.regex.Pattern.compile(".*(\\.web\\.|Tests|Section$|Card$|Timeline$).*")));
    scanner.scan("dev.ordo.shared");
    for (String module : modules) {
      if (module.contains(".")) {
        context.register(ClassUtils.resolveClassName("dev.ordo." + module, null));
      } else {
        scanner.scan("dev.ordo." + module);
      }
    }
    context.refresh();
    return context;
  }

  private static void addDatabase(GenericApplicationContext context, DataSource source) {
    JdbcTransactionManager transactions = new JdbcTransactionManager(source);
    context.registerBean(DataSource.class, () -> source);
    context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
    context.registerBean(JdbcTransactionManager.class, () -> transactions);
    context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
  }
}
