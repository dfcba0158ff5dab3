package dev.ordo.order;

import dev.ordo.address.Address;
import dev.ordo.address.Addresses;
import dev.ordo.address.Features;
import dev.ordo.address.PersonalData;
import dev.ordo.shared.IllegalMove;
import dev.ordo.shared.SqlTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Changes of an order's own data before it ships. */
@Repository
class OrderEdits {
  private static final String VERSION =
      "UPDATE intake_key SET version = ?, digest = ?"
          + " WHERE shop = ? AND platform_no = ? AND version < ?";
  private static final String PAID =
      "UPDATE sales_order SET paid_at = ?, paid_amount = ? WHERE id = ?";
  private static final String GIVE_BACK =
      """
      UPDATE order_line SET cancelled_qty = cancelled_qty + ?, refunded = refunded + ?
       WHERE id = ? AND qty - cancelled_qty - shipped_qty >= ? AND amount - refunded >= ?\
      """;
  private static final String FREIGHT_BACK =
      """
      UPDATE sales_order SET freight_refunded = freight_refunded + ?
       WHERE id = ? AND freight_amount - freight_refunded >= ?\
      """;
  private static final String TOUCH = "UPDATE sales_order SET touched = TRUE WHERE id = ?";
  private static final String CARRIERS =
      """
      UPDATE sales_order
         SET appointed_carrier = ?, excluded_carriers = ?, carrier_by_hand = TRUE
       WHERE id = ?\
      """;
  private static final String RECEIVER =
      """
      UPDATE sales_order
         SET receiver_key = ?, receiver_token = ?, country = ?, province_code = ?, city_code = ?,
             district_code = ?, region = ?, receiver_name = ?, receiver_phone = ?,
             receiver_detail = ?, name_mask = ?, phone_mask = ?, detail_mask = ?,
             address_features = ?
       WHERE id = ?\
      """;
  private static final String REVEAL =
      """
      SELECT id, receiver_name, receiver_phone, receiver_detail FROM sales_order
       WHERE id = ANY(?)\
      """;

  private final JdbcTemplate jdbc;
  private final Addresses addresses;
  private final PersonalData personalData;
  private final OrderMoves moves;
  private final JsonMapper json;

  OrderEdits(
      JdbcTemplate jdbc,
      Addresses addresses,
      PersonalData personalData,
      OrderMoves moves,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.addresses = addresses;
    this.personalData = personalData;
    this.moves = moves;
    this.json = json;
  }

  boolean takeVersion(NewOrder newer) {
    return jdbc.update(
            VERSION,
            newer.version(),
            newer.digest(),
            newer.shop(),
            newer.platformNo(),
            newer.version())
        == 1;
  }

  void paid(long orderId, Instant paidAt, BigDecimal amount) {
    jdbc.update(PAID, SqlTime.of(paidAt), amount, orderId);
    moves.move(List.of(orderId), OrderStatus.RECEIVED, "system", null, "paid");
  }

  void giveBack(long orderId, Map<Long, Orders.Back> backByLine, BigDecimal freight) {
    int[] rows =
        jdbc.batchUpdate(
            GIVE_BACK,
            backByLine.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> giveBack(e.getKey(), e.getValue()))
                .toList());
    for (int count : rows) {
      if (count != 1) {
        throw new IllegalMove("Lines (%s) have fewer open units or money.".formatted(backByLine));
      }
    }
    if (freight.signum() > 0 && jdbc.update(FREIGHT_BACK, freight, orderId, freight) != 1) {
      throw new IllegalMove("The order (%d) has less freight to give back.".formatted(orderId));
    }
  }

  private static Object[] giveBack(long line, Orders.Back back) {
    return new Object[] {back.qty(), back.amount(), line, back.qty(), back.amount()};
  }

  void touch(long orderId) {
    jdbc.update(TOUCH, orderId);
  }

  void chooseCarriers(long orderId, String appointed, Collection<String> excluded) {
    jdbc.update(CARRIERS, appointed, String.join(",", excluded), orderId);
  }

  void changeReceiver(long orderId, dev.ordo.address.Receiver receiver) {
    Address address = addresses.read(receiver.address());
    Features features = addresses.features(receiver, address);
    jdbc.update(
        RECEIVER,
        features.receiverKey(),
        receiver.token(),
        address.country(),
        address.provinceCode(),
        address.cityCode(),
        address.districtCode(),
        Reception.region(address),
        personalData.encrypt(receiver.name()),
        personalData.encrypt(receiver.phone()),
        personalData.encrypt(address.detail()),
        PersonalData.maskName(receiver.name()),
        PersonalData.maskPhone(receiver.phone()),
        PersonalData.maskDetail(address.detail()),
        json.writeValueAsString(features),
        orderId);
  }

  Orders.Written remarks(long orderId) {
    return jdbc.query(
            "SELECT buyer_remark, seller_remark FROM sales_order WHERE id = ?",
            (row, i) ->
                new Orders.Written(
                    personalData.decrypt(row.getString(1)), personalData.decrypt(row.getString(2))),
            orderId)
        .getFirst();
  }

  Map<Long, Orders.Revealed> reveal(Collection<Long> ids) {
    Map<Long, Orders.Revealed> revealed = new HashMap<>();
    jdbc.query(
        REVEAL,
        row -> {
          revealed.put(
              row.getLong("id"),
              new Orders.Revealed(
                  personalData.decrypt(row.getString("receiver_name")),
                  personalData.decrypt(row.getString("receiver_phone")),
                  personalData.decrypt(row.getString("receiver_detail"))));
        },
        (Object) ids.toArray(Long[]::new));
    return revealed;
  }
}
