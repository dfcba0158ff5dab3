package dev.ordo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.RunningServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SuppliersTests extends RunningServer {
  @Test
  void foundTheirTermsAndThePastThroughTheImports() {
    Wire wire = new Wire("http://localhost:" + port, KEY);
    Suppliers suppliers = new Suppliers(wire, Assortment.load(7));
    suppliers.found(Instant.now());
    suppliers.found(Instant.now());
    suppliers.deliver(Instant.now());
    assertThat(get("/api/suppliers").body()).contains("YIWU", "SHENZHEN", "QINGDAO");
  }
}
