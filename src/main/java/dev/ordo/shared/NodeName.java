package dev.ordo.shared;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which of several servers on one database this is.
 *
 * @param number 0 to 1023, different on every node: it is part of every id the node gives
 */
@ConfigurationProperties("ordo.node")
public record NodeName(@DefaultValue("0") int number) {
  public NodeName {
    if (number < 0 || number > 1023) {
      throw new IllegalArgumentException(
          "ordo.node.number (%d) must be 0 to 1023.".formatted(number));
    }
  }
}
