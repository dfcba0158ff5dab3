package dev.ordo.finance;

/** The accounts an order journey posts to, by the codes of the Chinese accounting standards. */
public enum Account {
  RECEIVABLE("1122"),
  GOODS_IN_STOCK("1405"),
  GOODS_SHIPPED("1406"),
  PACKING_MATERIAL("1411"),
  /** Commission and promotion fees the platform will deduct. */
  PLATFORM_PAYABLE("2202.01"),
  /** Freight the carriers will bill. */
  CARRIER_PAYABLE("2202.02"),
  OUTPUT_TAX("2221.01"),
  REVENUE("6001"),
  /** Freight the buyer paid. */
  FREIGHT_REVENUE("6051"),
  GOODS_COST("6401"),
  COMMISSION("6601.01"),
  FREIGHT_COST("6601.02"),
  PROMOTION("6601.03"),
  PACKING_COST("6601.04");

  private final String code;

  Account(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
