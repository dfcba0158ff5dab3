package dev.ordo.wave.facts;

/**
 * The consignment should be picked this way.
 *
 * @param code SINGLE_ITEM, SEED_WALL or ORDER_BY_ORDER
 */
public record PickBy(String code) implements PickingVerdict {}
