package dev.ordo.order;

import dev.ordo.address.Address;
import dev.ordo.address.Addresses;
import dev.ordo.address.Features;
import dev.ordo.address.PersonalData;
import dev.ordo.address.RemarkTag;
import dev.ordo.address.Remarks;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes arriving orders: features derived, personal data encrypted, each exactly once. */
@Repository
class Reception {
  /** Dispatch promise where the platform gives none: most Chinese platforms demand 48 hours. */
  private static final Duration DEFAULT_PROMISE = Duration.ofHours(48);

  private static final String KNOWN =
      """
      SELECT k.shop, k.platform_no, k.order_id, k.version, k.digest
        FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY)) AS u (shop, platform_no)
        JOIN intake_key k ON k.shop = u.shop AND k.platform_no = u.platform_no\
      """;
  private static final String KEY =
      "INSERT INTO intake_key (shop, platform_no, order_id, version, digest) VALUES (?, ?, ?, ?,"
          + " ?)";
  private static final String ORDER =
      """
      INSERT INTO sales_order (id, shop, platform_no, merge_scope, buyer_key, buyer_mask, status,
          currency, goods_amount, discount_amount, freight_amount, total_amount, paid_amount, cod,
          delivery_method, ordered_at, paid_at, received_at, arrived_at, promised_at, touched,
          ever_held, open_holds, receiver_key, receiver_token, country, province_code, city_code,
          district_code, region, receiver_name, receiver_phone, receiver_detail, name_mask,
          phone_mask, detail_mask, phone_hash, address_features, buyer_remark, seller_remark, remark_tags,
          appointed_carrier, excluded_carriers, invoice_wanted, tags, attempts)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, FALSE, 0, ?, ?, ?,
          ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, 0)\
      """;
  static final String LINE =
      """
      INSERT INTO order_line (id, order_id, line_no, platform_sku, sku, name, qty, cancelled_qty,
          shipped_qty, price, discount, amount, presale, supply, warehouse)
      VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, 'OPEN', '')\
      """;

  private record Key(String shop, String platformNo) {}

  private record Known(long orderId, long version, String digest) {
    static Known of(long orderId, NewOrder order) {
      return new Known(orderId, order.version(), order.digest());
    }

    /** Rows from before digests were kept contradict nothing. */
    boolean contradicts(NewOrder order) {
      return order.version() == version && !digest.isEmpty() && !digest.equals(order.digest());
    }
  }

  private record Fresh(long id, NewOrder order) {}

  private final JdbcTemplate jdbc;
  private final Addresses addresses;
  private final Remarks remarks;
  private final PersonalData personalData;
  private final Milestones milestones;
  private final Ids ids;
  private final BusinessClock business;
  private final MachineClock machine;
  private final JsonMapper json;

  Reception(
      JdbcTemplate jdbc,
      Addresses addresses,
      Remarks remarks,
      PersonalData personalData,
      Milestones milestones,
      Ids ids,
      BusinessClock business,
      MachineClock machine,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.addresses = addresses;
    this.remarks = remarks;
    this.personalData = personalData;
    this.milestones = milestones;
    this.ids = ids;
    this.business = business;
    this.machine = machine;
    this.json = json;
  }

  List<Arrival> insert(Collection<NewOrder> arriving) {
    Map<Key, Known> known = known(arriving);
    Map<Key, Fresh> fresh = new LinkedHashMap<>();
    List<Arrival> arrivals = new ArrayList<>();
    for (NewOrder order : arriving) {
      Key key = new Key(order.shop(), order.platformNo());
      Known before = known.get(key);
      if (before == null) {
        long id = ids.next();
        known.put(key, Known.of(id, order));
        fresh.put(key, new Fresh(id, order));
        arrivals.add(new Arrival.Inserted(order.shop(), order.platformNo(), id));
      } else if (order.version() > before.version()) {
        known.put(key, Known.of(before.orderId(), order));
        arrivals.add(
            new Arrival.Changed(order.shop(), order.platformNo(), before.orderId(), order));
      } else if (before.contradicts(order)) {
        arrivals.add(new Arrival.Contradicted(order.shop(), order.platformNo(), before.orderId()));
      } else {
        arrivals.add(new Arrival.Known(order.shop(), order.platformNo(), before.orderId()));
      }
    }
    write(fresh.values());
    return arrivals;
  }

  private void write(Collection<Fresh> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    Instant now = business.now();
    jdbc.batchUpdate(KEY, fresh.stream().map(Reception::key).toList());
    jdbc.batchUpdate(ORDER, fresh.stream().map(f -> columns(f, now)).toList());
    jdbc.batchUpdate(LINE, fresh.stream().flatMap(this::lines).toList());
    milestones.record(
        fresh.stream()
            .map(
                f ->
                    new Milestone(
                        Milestone.Subject.ORDER,
                        f.id,
                        now,
                        "ARRIVED",
                        "",
                        f.order.status().name(),
                        "system",
                        null,
                        f.order.shop() + " " + f.order.platformNo()))
            .toList());
  }

  private static Object[] key(Fresh fresh) {
    NewOrder order = fresh.order;
    return new Object[] {
      order.shop(), order.platformNo(), fresh.id, order.version(), order.digest()
    };
  }

  private Map<Key, Known> known(Collection<NewOrder> arriving) {
    Map<Key, Known> known = new HashMap<>();
    jdbc.query(
        KNOWN,
        row -> {
          known.put(
              new Key(row.getString("shop"), row.getString("platform_no")),
              new Known(row.getLong("order_id"), row.getLong("version"), row.getString("digest")));
        },
        arriving.stream().map(NewOrder::shop).toArray(String[]::new),
        arriving.stream().map(NewOrder::platformNo).toArray(String[]::new));
    return known;
  }

  private Object[] columns(Fresh fresh, Instant now) {
    NewOrder o = fresh.order;
    Address address = addresses.read(o.receiver().address());
    Features features = addresses.features(o.receiver(), address);
    List<RemarkTag> said = remarks.read(o.buyerRemark(), o.sellerRemark());
    Instant since = Objects.requireNonNullElse(o.paidAt(), now);
    return new Object[] {
      fresh.id,
      o.shop(),
      o.platformNo(),
      o.mergeScope(),
      o.buyerId().isEmpty()
          ? personalData.hash(Ids.text(fresh.id))
          : buyerKey(o.shop(), o.buyerId()),
      PersonalData.maskName(o.buyerNick()),
      o.status().name(),
      o.currency(),
      o.goodsAmount(),
      o.discountAmount(),
      o.freightAmount(),
      o.totalAmount(),
      o.paidAmount(),
      o.cod(),
      o.deliveryMethod(),
      SqlTime.of(o.orderedAt()),
      SqlTime.ofNullable(o.paidAt()),
      SqlTime.of(now),
      SqlTime.of(machine.now()),
      SqlTime.of(Objects.requireNonNullElse(o.promisedAt(), since.plus(DEFAULT_PROMISE))),
      features.receiverKey(),
      o.receiver().token(),
      address.country(),
      address.provinceCode(),
      address.cityCode(),
      address.districtCode(),
      region(address),
      personalData.encrypt(o.receiver().name()),
      personalData.encrypt(o.receiver().phone()),
      personalData.encrypt(address.detail()),
      PersonalData.maskName(o.receiver().name()),
      PersonalData.maskPhone(o.receiver().phone()),
      PersonalData.maskDetail(address.detail()),
      phoneHash(o.receiver()),
      json.writeValueAsString(features),
      personalData.encrypt(o.buyerRemark()),
      personalData.encrypt(o.sellerRemark()),
      json.writeValueAsString(said),
      o.invoiceWanted(),
      String.join(",", o.tags())
    };
  }

  String buyerKey(String shop, String buyerId) {
    return personalData.hash(shop + ":" + buyerId);
  }

  private Stream<Object[]> lines(Fresh fresh) {
    return fresh.order.lines().stream().map(l -> line(ids.next(), fresh.id, l));
  }

  static Object[] line(long id, long orderId, NewOrder.Line l) {
    return new Object[] {
      id,
      orderId,
      l.lineNo(),
      l.platformSku(),
      l.sku(),
      l.name(),
      l.qty(),
      l.price(),
      l.discount(),
      l.amount(),
      l.presale()
    };
  }

  private String phoneHash(dev.ordo.address.Receiver receiver) {
    return receiver.token().isEmpty() ? personalData.phoneHash(receiver.phone()) : "";
  }

  static String region(Address address) {
    return Stream.of(address.province(), address.city(), address.district())
        .filter(part -> !part.isEmpty() && !part.equals("市辖区"))
        .reduce((a, b) -> a + " " + b)
        .orElse(address.country());
  }
}
