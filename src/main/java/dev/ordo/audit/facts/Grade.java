package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** How serious a risk is: mark the order and let it pass, or hold it. */
@Means(
    value = "How serious a risk is: mark the order and let it pass, or hold it",
    zh = "风险等级：提醒或拦截")
public enum Grade {
  @Means(value = "Mark it and let it pass", zh = "打标放行")
  WARN,
  @Means(value = "Hold it", zh = "拦截挂起")
  INTERCEPT
}
