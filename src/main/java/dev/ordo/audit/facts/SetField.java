package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** The system carries out a wish by itself; the order passes. */
@Means(value = "The system carries out a wish by itself; the order passes", zh = "系统自动执行要求，订单通过")
public record SetField(
    @Means(value = "What is set", zh = "设置的字段", example = "Field.CALL_FIRST") Field field,
    @Means(value = "What it is set to", zh = "设置的值", example = "YES", decides = true) String value)
    implements ReviewVerdict {
  @Override
  public String code() {
    return field.name();
  }
}
