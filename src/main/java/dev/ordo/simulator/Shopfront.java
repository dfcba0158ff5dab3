package dev.ordo.simulator;

import java.time.Instant;
import java.util.Random;

/** The demo company's six shops; keys and secrets are the demo's own, known to everybody. */
enum Shopfront {
  TB1("TAOBAO", "taobao", "云帆家居旗舰店", 30, false, 8),
  JD1("JD", "jd", "云帆家居京东店", 22, true, 8),
  PDD1("PDD", "pdd", "云帆拼多多店", 20, false, 8),
  DY1("DOUYIN", "douyin", "云帆抖音小店", 14, false, 8),
  KS1("KUAISHOU", "kuaishou", "云帆快手小店", 8, false, 1),
  MP1("SHOP", "shop", "云帆小程序商城", 6, true, 8);

  private final String platform;
  private final String path;
  private final String title;
  private final int share;
  private final boolean plain;
  private final int mostLines;

  Shopfront(String platform, String path, String title, int share, boolean plain, int mostLines) {
    this.platform = platform;
    this.path = path;
    this.title = title;
    this.share = share;
    this.plain = plain;
    this.mostLines = mostLines;
  }

  static Shopfront any(Random random) {
    int dice = random.nextInt(100);
    for (Shopfront shop : values()) {
      dice -= shop.share;
      if (dice < 0) {
        return shop;
      }
    }
    return MP1;
  }

  String code() {
    return name();
  }

  String platform() {
    return platform;
  }

  /** Where its platform listens on the simulator's port. */
  String path() {
    return path;
  }

  String title() {
    return title;
  }

  String appKey() {
    return "demo-" + path;
  }

  String secret() {
    return "demo-secret-" + path;
  }

  /** Whether it hands receivers out in plain text. */
  boolean plain() {
    return plain;
  }

  boolean takesCod() {
    return this == JD1;
  }

  int mostLines() {
    return mostLines;
  }

  /** Order numbers in the platform's own form. */
  String number(long number, Instant at) {
    String day = at.toString().substring(2, 10).replace("-", "");
    return switch (this) {
      case PDD1 -> "%s-%012d".formatted(day, number);
      case MP1 -> "MP%s%08d".formatted(day, number);
      default -> "%d%s%09d".formatted(2 + ordinal(), day, number);
    };
  }
}
