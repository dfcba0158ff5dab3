package dev.ordo;

import java.lang.reflect.Modifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.util.ClassUtils;

/**
 * Names beans: a module's public door by its simple name, which routes and pages use; what is
 * private to a package by its full name, so that two modules may each have their own.
 */
class DoorNames extends AnnotationBeanNameGenerator {
  @Override
  protected String buildDefaultBeanName(BeanDefinition definition) {
    String type = String.valueOf(definition.getBeanClassName());
    Class<?> loaded = ClassUtils.resolveClassName(type, null);
    return Modifier.isPublic(loaded.getModifiers()) ? super.buildDefaultBeanName(definition) : type;
  }
}
