package dev.ordo.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table cell by cell, as the shop floor would read it. */
class ChangeTableTests {
  @ParameterizedTest
  @CsvSource({
    "CANCEL, UNPAID, DO",
    "CANCEL, IN_REVIEW, DO",
    "CANCEL, BEFORE_WAVE, DO",
    "CANCEL, IN_WAREHOUSE, INTERCEPT",
    "CANCEL, PARTLY_SHIPPED, INTERCEPT",
    "CANCEL, SHIPPED, CALL_BACK",
    "CANCEL, DELIVERED, TASK",
    "CANCEL, COUNTER, REFUSE",
    "CANCEL, CLOSED, REFUSE",
    "REFUND, UNPAID, DO",
    "REFUND, IN_REVIEW, DO",
    "REFUND, BEFORE_WAVE, DO",
    "REFUND, IN_WAREHOUSE, INTERCEPT",
    "REFUND, PARTLY_SHIPPED, INTERCEPT",
    "REFUND, SHIPPED, CALL_BACK",
    "REFUND, DELIVERED, TASK",
    "REFUND, COUNTER, DO",
    "REFUND, CLOSED, TASK",
    "ADDRESS, UNPAID, DO",
    "ADDRESS, IN_REVIEW, DO",
    "ADDRESS, BEFORE_WAVE, DO",
    "ADDRESS, IN_WAREHOUSE, INTERCEPT",
    "ADDRESS, PARTLY_SHIPPED, TASK",
    "ADDRESS, SHIPPED, REFUSE",
    "ADDRESS, DELIVERED, REFUSE",
    "ADDRESS, COUNTER, REFUSE",
    "ADDRESS, CLOSED, REFUSE"
  })
  void everyCellAnswers(Change.Kind kind, Stage stage, ChangeTable.Answer answer) {
    assertThat(ChangeTable.answer(kind, stage)).isEqualTo(answer);
  }
}
