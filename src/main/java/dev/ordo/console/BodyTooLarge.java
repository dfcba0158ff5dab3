package dev.ordo.console;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A request body beyond the limit, noticed before it is kept in memory. */
class BodyTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLarge(DataSize limit) {
    super(
        "The body is larger than %d MB; send it in smaller batches."
            .formatted(limit.toMegabytes()));
  }
}
