package dev.ordo.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.graphics.Color;
import uk.org.okapibarcode.output.SvgRenderer;

/** Draws numbers as scanners read them; templates call it {@code @barcodes}. */
@Component
public class Barcodes {
  /** The number as Code 128 in an SVG element that takes the size its style gives it. */
  public String code128(String number) {
    Code128 symbol = new Code128();
    symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
    symbol.setBarHeight(24);
    symbol.setContent(number);
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    try {
      new SvgRenderer(svg, 1, Color.WHITE, Color.BLACK, false).render(symbol);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return svg.toString(StandardCharsets.UTF_8)
        .replaceFirst(
            "<svg width=\"(\\d+)\" height=\"(\\d+)\"",
            "<svg class=\"barcode\" viewBox=\"0 0 $1 $2\" preserveAspectRatio=\"none\"");
  }
}
