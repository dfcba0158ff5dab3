package dev.ordo.tracking.facts;

import dev.ordo.rules.Means;

/** Somebody has to see to the parcel; as long as the rule says so its task stays open. */
@Means(
    value = "Somebody has to see to the parcel; its task stays open as long as the rule says so",
    zh = "需有人跟进包裹，规则成立期间任务不关闭")
public record RaiseAlert(
    @Means(
            value = "Kind of the alert, one task per parcel and kind",
            zh = "预警类型，每包裹每类一个任务",
            example = "NO_MOVEMENT_24")
        String code,
    @Means(value = "Role that sees to it", zh = "负责的角色", example = "CLERK", decides = true)
        String ownerRole,
    @Means(
            value = "Business hours until it should be done",
            zh = "应完成的工作小时数",
            unit = "h",
            example = "12",
            decides = true)
        int hours)
    implements AlertVerdict {}
