package dev.ordo.wave.facts;

import dev.ordo.rules.Means;

/** The consignment should be picked this way. */
@Means(value = "The consignment should be picked this way", zh = "应按此方式拣货")
public record PickBy(
    @Means(
            value = "The pick method",
            zh = "拣货方式",
            example = "SEED_WALL",
            values = {"SINGLE_ITEM", "SEED_WALL", "PRE_PACKED", "ORDER_BY_ORDER"})
        String code)
    implements PickingVerdict {}
