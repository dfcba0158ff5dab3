package dev.ordo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.analysis.Glossary.Kind;
import dev.ordo.analysis.Glossary.Type;
import dev.ordo.analysis.Glossary.Use;
import dev.ordo.rules.ShippedRules;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word a rule may use says what it means, and none of them is a person's. */
class GlossaryTests {
  private static final Set<String> PERSONAL =
      Set.of(
          "name",
          "phone",
          "mobile",
          "tel",
          "telephone",
          "address",
          "detail",
          "street",
          "email",
          "receiver",
          "receiverName",
          "receiverPhone",
          "receiverAddress",
          "buyerName",
          "buyerNick",
          "idCard",
          "remark",
          "message");

  private static Glossary glossary(String point) {
    return Glossary.of(ShippedRules.release(point).set());
  }

  @ParameterizedTest
  @MethodSource("dev.ordo.rules.ShippedRules#points")
  void everyWordHasAMeaningInBothLanguages(String point) {
    for (Type type : glossary(point).types()) {
      assertThat(type.meaning()).as(type.name()).isNotBlank();
      assertThat(type.meaningZh()).as(type.name()).containsPattern("\\p{IsHan}");
      assertThat(type.fields())
          .allSatisfy(
              field -> {
                String as = type.name() + "." + field.name();
                assertThat(field.meaning()).as(as).isNotBlank();
                assertThat(field.meaningZh()).as(as).containsPattern("\\p{IsHan}");
              });
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ordo.rules.ShippedRules#points")
  void everyFieldHasAnExampleAndEveryNumberAUnit(String point) {
    for (Type type : glossary(point).types()) {
      if (type.use() != Use.ENUM) {
        assertThat(type.fields())
            .allSatisfy(
                field -> {
                  String as = type.name() + "." + field.name();
                  assertThat(field.example()).as(as).isNotBlank();
                  boolean id = field.name().endsWith("Id");
                  assertThat(field.kind() != Kind.NUMBER || id || !field.unit().isBlank())
                      .as(as)
                      .isTrue();
                });
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ordo.rules.ShippedRules#points")
  void noFactTellsWhoAPersonIs(String point) {
    for (Type type : glossary(point).types()) {
      if (type.use() == Use.FACT) {
        assertThat(type.fields())
            .filteredOn(field -> field.kind() == Kind.TEXT || field.kind() == Kind.LIST)
            .extracting(Glossary.Field::name)
            .as(type.name())
            .doesNotContainAnyElementsOf(PERSONAL);
      }
    }
  }

  @org.junit.jupiter.api.Test
  void editorsLearnHowAFieldIsWrittenAndComparedAndWhatItCanBe() {
    Glossary glossary = glossary("audit");

    assertThat(glossary.field("AuditOrder", "needsAddress").orElseThrow().written())
        .isEqualTo("needsAddress()");
    assertThat(glossary.field("AddressFact", "phone").orElseThrow().values())
        .containsExactly(
            "PhoneStatus.VALID",
            "PhoneStatus.INVALID",
            "PhoneStatus.MISSING",
            "PhoneStatus.UNKNOWN");
    assertThat(glossary.operators().get(Kind.NUMBER)).contains(">=");
    assertThat(glossary.functions()).contains("contains", "size");
  }
}
