package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** What was derived from the receiver at intake; no plain text. */
@Means(
    value = "What was derived from the receiver's address; never its text",
    zh = "由收货地址推导出的情况，不含原文")
public record AddressFact(
    @Means(value = "Whether it lies outside mainland China", zh = "是否在中国大陆以外", example = "false")
        boolean abroad,
    @Means(value = "What is known of the province", zh = "省级核对结果", example = "PlaceStatus.OK")
        PlaceStatus province,
    @Means(value = "What is known of the city", zh = "市级核对结果", example = "PlaceStatus.MISSING")
        PlaceStatus city,
    @Means(value = "What is known of the district", zh = "区县核对结果", example = "PlaceStatus.OUTDATED")
        PlaceStatus district,
    @Means(
            value =
                "Characters of the detail without spaces and punctuation, -1 where it cannot be"
                    + " checked",
            zh = "详细地址字数（不含空格标点），无法核对为 -1",
            unit = "characters",
            example = "12",
            least = -1)
        int detailLength,
    @Means(value = "Nothing but digits where a place should be", zh = "详细地址只有数字", example = "false")
        boolean digitsOnly,
    @Means(
            value = "Emoji, control characters, signs no address needs",
            zh = "含表情、控制符等面单无法打印的字符",
            example = "false")
        boolean specialCharacters,
    @Means(value = "A phone number stands in the detail", zh = "详细地址中含电话号码", example = "false")
        boolean containsPhone,
    @Means(
            value = "The detail only points elsewhere, as 同上 or 电联 do",
            zh = "只写“同上”“电联”等，指向别处",
            example = "false")
        boolean sameAsAbove,
    @Means(
            value = "What is known of the phone number",
            zh = "电话号码核对结果",
            example = "PhoneStatus.VALID")
        PhoneStatus phone,
    @Means(value = "Whether the receiver's name was given", zh = "是否填写了收货人姓名", example = "true")
        boolean nameGiven) {

  /** Whether any level is not given. */
  @Means(
      value = "Whether province, city or district is missing",
      zh = "省、市、区县是否有缺失",
      example = "false")
  public boolean incomplete() {
    return any(PlaceStatus.MISSING);
  }

  /** Whether the levels exclude each other. */
  @Means(
      value = "Whether province, city and district exclude each other",
      zh = "省、市、区县是否互相矛盾",
      example = "false")
  public boolean contradictory() {
    return any(PlaceStatus.CONTRADICTORY);
  }

  private boolean any(PlaceStatus status) {
    return province == status || city == status || district == status;
  }
}
