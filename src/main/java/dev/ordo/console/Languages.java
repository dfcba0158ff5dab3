package dev.ordo.console;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese and English, from whatever bundles the modules bring; a cookie keeps the choice. */
@Configuration
class Languages implements WebMvcConfigurer {
  @Bean
  static MessageSource messageSource() throws IOException {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames(bundles().toArray(String[]::new));
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  private static TreeSet<String> bundles() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:messages/*.properties")) {
      String name = Objects.requireNonNull(file.getFilename());
      names.add("messages/" + name.replaceFirst("(_[a-z]{2})?\\.properties$", ""));
    }
    return names;
  }

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver cookie = new CookieLocaleResolver("ordo-lang");
    cookie.setCookieMaxAge(Duration.ofDays(365));
    cookie.setDefaultLocaleFunction(request -> spoken(request.getLocale()));
    return cookie;
  }

  private static Locale spoken(Locale asked) {
    return asked.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor change = new LocaleChangeInterceptor();
    change.setParamName("lang");
    change.setIgnoreInvalidLocale(true);
    registry.addInterceptor(change);
  }
}
