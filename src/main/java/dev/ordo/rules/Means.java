package dev.ordo.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a word of a vocabulary means to those who write rules; stands where the word is made. */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Means {
  /** In English. */
  String value();

  /** In Chinese. */
  String zh();

  /** What a number counts or measures, such as {@code g}; empty without one. */
  String unit() default "";

  /** One value it can have, as a rule would write it. */
  String example() default "";

  /** All values of a text that is chosen from a list. */
  String[] values() default {};

  /** The smallest value a number can have. */
  long least() default Long.MIN_VALUE;

  /** Of a type: whether one decision sees many such facts. */
  boolean many() default false;

  /** Of a verdict's field: whether verdicts that differ only here contradict each other. */
  boolean decides() default false;
}
