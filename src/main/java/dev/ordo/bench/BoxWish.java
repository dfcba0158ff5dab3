package dev.ordo.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A box as a person packs it.
 *
 * @param carton code, empty for the goods' own packaging
 * @param filler code, empty for none; null takes what the carton needs
 * @param fillerUnits null takes what the carton needs
 * @param contents pieces by SKU; null for everything, or for the advised share of it
 */
public record BoxWish(
    String carton,
    @Nullable String filler,
    @Nullable Integer fillerUnits,
    @Nullable Map<String, Integer> contents) {}
