package dev.ordo.site;

import java.util.List;

/**
 * What a floor plan changes, by codes of slots.
 *
 * @param fresh whether the warehouse is new
 * @param layout whether its layout changes
 * @param moved slots that lie in another cell or on another side afterwards
 * @param rezoned slots that belong to another zone afterwards
 * @param unchanged how many slots stay as they are
 */
public record FloorChange(
    boolean fresh,
    boolean layout,
    List<String> added,
    List<String> moved,
    List<String> rezoned,
    List<String> removed,
    int unchanged) {}
