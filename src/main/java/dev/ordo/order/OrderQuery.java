package dev.ordo.order;

import dev.ordo.shared.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a list of orders asks for.
 *
 * @param text platform number or printed id, empty for all
 * @param status only this status, null for all
 * @param shop only this shop, empty for all
 * @param reason only orders with this open hold, empty for all, {@code ANY} for any open hold
 * @param before only ids below this one: the cursor of the next page
 * @param limit rows of a page, 1 to 200
 * @param scope what the asking person may see
 */
public record OrderQuery(
    String text,
    @Nullable OrderStatus status,
    String shop,
    String reason,
    long before,
    int limit,
    Scope scope) {}
