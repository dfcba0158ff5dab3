package dev.ordo.console;

import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A misspelt filter would silently answer everything, so questions to the API name known ones. */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
  private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && request.getMethod().equals("GET")
        && method.getBeanType().getPackageName().startsWith("dev.ordo")) {
      refuseUnknown(request.getParameterMap().keySet(), known(method));
    }
    return true;
  }

  private Set<String> known(HandlerMethod method) {
    return known.computeIfAbsent(
        method.getMethod(),
        m -> {
          Set<String> all = new TreeSet<>();
          Arrays.stream(method.getMethodParameters())
              .filter(p -> p.hasParameterAnnotation(RequestParam.class))
              .forEach(p -> all.add(name(p)));
          return all;
        });
  }

  private String name(MethodParameter parameter) {
    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
    parameter.initParameterNameDiscovery(names);
    return asked == null || asked.value().isEmpty()
        ? String.valueOf(parameter.getParameterName())
        : asked.value();
  }

  private static void refuseUnknown(Set<String> given, Set<String> known) {
    List<Fault> faults =
        given.stream()
            .filter(name -> !known.contains(name))
            .map(name -> new Fault(name, "", "No such parameter; known are " + known + "."))
            .toList();
    if (!faults.isEmpty()) {
      throw new Refusal(faults);
    }
  }
}
