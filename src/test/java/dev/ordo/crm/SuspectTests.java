package dev.ordo.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuspectTests {
  @Test
  void liesInEveryDivisionAboveItsOwn() {
    assertThat(new Suspect(1, "r", "", "p", "440305").areas())
        .containsExactlyInAnyOrder("44", "4403", "440305");
    assertThat(new Suspect(1, "r", "", "p", "").areas()).isEmpty();
    assertThat(new Suspect(1, "r", "", "p", "").hashes()).containsExactly("r", "p");
  }
}
