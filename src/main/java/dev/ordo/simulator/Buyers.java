package dev.ordo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The people who order: how often by hour of day, what, and with which trouble. Every order is made
 * from its running number and the seed alone, so the same story is told again after a restart.
 */
final class Buyers {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Orders by hour, as shares of the daily mean. */
  private static final double[] RHYTHM = {
    0.6, 0.4, 0.3, 0.2, 0.2, 0.3, 0.5, 0.8, 1.1, 1.3, 1.5, 1.4, 1.3, 1.2, 1.2, 1.2, 1.2, 1.1, 1.1,
    1.3, 1.6, 1.7, 1.4, 1.1
  };

  private static final String[] CARRIER_WISHES = {
    "麻烦发顺丰，谢谢", "请发中通", "不要发韵达，上次丢件了", "发圆通快递吧", "别发申通"
  };
  private static final String[] INVOICE_WISHES = {
    "要开发票，抬头：杭州云帆科技有限公司，税号91330106MA2CC0XX1A", "请开增值税专用发票", "需要发票，个人抬头张伟"
  };
  private static final String[] PERSON_WISHES = {
    "白色改成黑色，不要发错", "尺码换成XL", "和我另一个账号的订单一起改成蓝色的", "帮我换成大号的，差价补给你"
  };
  private static final String[] HONEST_REMARKS = {
    "", "", "", "", "", "", "", "谢谢", "不要发票", "尽快发货", "包装好一点"
  };
  private static final String[] BAD_DETAILS = {
    "同上", "老地方电联", "123456789", "某某路123456789号", "3栋", "电联13800138000", "★☆★☆", "号"
  };

  private final SimulatorSettings settings;
  private final Population population;
  private final Assortment assortment;
  private final Baskets baskets;

  Buyers(SimulatorSettings settings, Population population, Assortment assortment) {
    this.settings = settings;
    this.population = population;
    this.assortment = assortment;
    this.baskets = new Baskets(assortment);
  }

  /** Mean seconds of business time between two orders at this hour. */
  double pause(Instant at) {
    double share = RHYTHM[at.atZone(CHINA).getHour()];
    return 86_400.0 / (settings.ordersPerDay() * share);
  }

  /** The orders that come with this running number: one, or several where trouble means several. */
  List<SimOrder> orders(long number, Instant at) {
    Random random = Dice.of(settings.seed(), number);
    Trouble trouble = Trouble.of(number, settings.trouble(), settings.seed());
    Shopfront shop = shop(trouble, random);
    SimOrder first = order(shop, number, 0, at, random, trouble);
    List<SimOrder> all = new ArrayList<>(List.of(first));
    for (int i = 1; trouble != null && i < trouble.orders; i++) {
      SimOrder other = order(shop, number, i, at.plusSeconds(20L * i), random, trouble);
      all.add(sameBuyer(other, first));
    }
    return all;
  }

  /** Two kinds of goods in one order need a shop that sells more than one article at a time. */
  private static Shopfront shop(@Nullable Trouble trouble, Random random) {
    Shopfront shop = Shopfront.any(random);
    return trouble == Trouble.PRESALE_MIX && shop.mostLines() == 1 ? Shopfront.TB1 : shop;
  }

  private SimOrder order(
      Shopfront shop, long number, int part, Instant at, Random random, @Nullable Trouble trouble) {
    String no = shop.number(number * 16 + part, at);
    Person person = population.anyone(random);
    Person buyer = trouble == Trouble.BAD_ADDRESS ? spoiled(person, shop, random) : person;
    List<SimOrder.Line> lines = lines(shop, no, random, trouble);
    long goods = lines.stream().mapToLong(SimOrder.Line::amount).sum();
    long discount = goods > 10_000 && random.nextInt(3) == 0 ? 500 : 0;
    boolean late = trouble == null && random.nextInt(50) == 0;
    boolean cod = shop.takesCod() && trouble == null && !late && random.nextInt(20) == 0;
    return new SimOrder(
        shop.code(),
        no,
        buyer,
        lines,
        goods >= 6_900 ? 0 : 600,
        discount,
        remark(trouble, random),
        cod,
        at,
        late || cod ? null : at.plusSeconds(5),
        at.plusSeconds(5),
        late ? SimOrder.State.WAIT_PAY : SimOrder.State.PAID,
        null,
        trouble == null ? "" : trouble.label(part),
        "",
        act(trouble, late, at, random));
  }

  private List<SimOrder.Line> lines(
      Shopfront shop, String no, Random random, @Nullable Trouble trouble) {
    if (trouble == Trouble.SHORT_STOCK) {
      return List.of(Baskets.line(no, 1, assortment.scarce(random), 1));
    }
    if (trouble == Trouble.PRESALE_MIX) {
      return List.of(
          Baskets.line(no, 1, assortment.popular(random), 1),
          Baskets.line(no, 2, assortment.presale(random), 1));
    }
    return trouble == Trouble.VELOCITY
        ? List.of(Baskets.line(no, 1, assortment.cheap(random), 1))
        : baskets.any(random, no, shop.mostLines());
  }

  private SimOrder.@Nullable Act act(
      @Nullable Trouble trouble, boolean late, Instant at, Random random) {
    Instant soon = at.plus(Duration.ofMinutes(5 + random.nextInt(20)));
    if (late) {
      return new SimOrder.Act(soon, SimOrder.Act.What.PAY, null);
    }
    if (trouble == Trouble.REFUND_BEFORE_SHIPPING) {
      return new SimOrder.Act(soon, SimOrder.Act.What.WANT_REFUND, null);
    }
    return trouble == Trouble.ADDRESS_CHANGE
        ? new SimOrder.Act(soon, SimOrder.Act.What.MOVE, population.anyone(random))
        : null;
  }

  private static String remark(@Nullable Trouble trouble, Random random) {
    return switch (trouble) {
      case REMARK_CARRIER -> any(CARRIER_WISHES, random);
      case REMARK_INVOICE -> any(INVOICE_WISHES, random);
      case REMARK_PERSON -> any(PERSON_WISHES, random);
      case null, default -> any(HONEST_REMARKS, random);
    };
  }

  /** Platforms that mask the detail can only show contradictory or missing divisions. */
  private Person spoiled(Person person, Shopfront shop, Random random) {
    if (shop.plain() && random.nextInt(3) > 0) {
      return person.withDetail(any(BAD_DETAILS, random));
    }
    Person elsewhere = population.anyone(random);
    boolean same = elsewhere.province().equals(person.province());
    return same
        ? person.withRegion(person.province(), "", "")
        : person.withRegion(person.province(), elsewhere.city(), elsewhere.district());
  }

  private static SimOrder sameBuyer(SimOrder order, SimOrder first) {
    return new SimOrder(
        order.shop(),
        order.no(),
        first.buyer(),
        order.lines(),
        order.freight(),
        order.discount(),
        order.remark(),
        false,
        order.created(),
        order.created().plusSeconds(5),
        order.modified(),
        SimOrder.State.PAID,
        null,
        order.trouble(),
        "",
        null);
  }

  private static String any(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }
}
