package dev.ordo.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

/** Holds the rules of the house that the compiler cannot. */
class HouseTests {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.ordo");

  @Test
  void namesAreNounsOfTheTradeAndNotOfTheCraft() {
    noClasses()
        .should()
        .haveNameMatching(
            ".*(Service|Manager|Util|Utils|Helper|Impl|Dto|DTO|Entity|Repository|VO|BO)")
        .check(HOUSE);
  }

  @Test
  void controllersLiveInWeb() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .should()
        .resideInAPackage("..web")
        .check(HOUSE);
  }

  @Test
  void packagesAreNamedForWhatTheyHoldAndNotForTheirLayer() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..impl..",
            "..dto..",
            "..util..",
            "..common..",
            "..config..",
            "..service..",
            "..entity..",
            "..domain..")
        .check(HOUSE);
  }

  @Test
  void onlyDoorsAreOpen() {
    long top = HOUSE.stream().filter(JavaClass::isTopLevelClass).count();
    long hidden =
        HOUSE.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC))
            .count();

    assertThat(hidden).as("package-private types of %d", top).isGreaterThan(top * 2 / 5);
  }

  @Test
  void whatAnswersTheWebIsPrivateToItsPackage() {
    classes()
        .that()
        .areMetaAnnotatedWith(Controller.class)
        .or()
        .areAnnotatedWith(Controller.class)
        .should()
        .notBePublic()
        .check(HOUSE);
  }

  @Test
  void timeIsAParameter() {
    noClasses()
        .that(resideOutsideOfPackages("dev.ordo.shared"))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalTime.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callConstructor(Date.class)
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandLineSpeaksToTheConsole() {
    noClasses()
        .that()
        .haveNameNotMatching("dev\\.ordo\\.Ordo|.*Command")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(HOUSE);
  }

  @Test
  void theWorldOutsideIsUsedByNobodyAndUsesNothingButClocks() {
    noClasses()
        .that(resideOutsideOfPackages("dev.ordo.simulator.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.ordo.simulator.."))
        .check(HOUSE);
    noClasses()
        .that(resideInAnyPackage("dev.ordo.simulator.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.ordo..")
                .and(resideOutsideOfPackages("dev.ordo.simulator..", "dev.ordo.shared")))
        .check(HOUSE);
  }

  @Test
  void theWebStaysInWebAndInTheModulesThatAreAboutIt() {
    noClasses()
        .that(resideOutsideOfPackages("..web", "dev.ordo.access", "dev.ordo.console"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("jakarta.servlet..", "org.springframework.web.bind.annotation.."))
        .check(HOUSE);
  }

  @Test
  void collaboratorsComeThroughConstructors() {
    fields().should().notBeAnnotatedWith(Autowired.class).check(HOUSE);
    List<String> crowded =
        HOUSE.stream()
            .filter(type -> type.getConstructors().stream().anyMatch(HouseTests::isCrowd))
            .filter(type -> !type.isRecord())
            .map(JavaClass::getName)
            .toList();

    assertThat(crowded).as("constructors with more than a dozen collaborators").isEmpty();
  }

  private static boolean isCrowd(com.tngtech.archunit.core.domain.JavaConstructor constructor) {
    return constructor.getRawParameterTypes().size() > 12;
  }
}
