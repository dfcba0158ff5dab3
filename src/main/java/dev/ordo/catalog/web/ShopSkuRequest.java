package dev.ordo.catalog.web;

import dev.ordo.catalog.ShopSku;
import dev.ordo.shared.Checks;
import org.jspecify.annotations.Nullable;

/** A shop's own article code as it is sent; one to one unless said otherwise. */
record ShopSkuRequest(
    @Nullable String shop,
    @Nullable String platformSku,
    @Nullable String sku,
    @Nullable Integer ratio) {

  ShopSku checked(String at, Checks checks) {
    return new ShopSku(
        checks.code(at + ".shop", shop, 30),
        checks.text(at + ".platformSku", platformSku, 100),
        checks.like(at + ".sku", sku, ProductRequest.SKU, ProductRequest.SKU_REMEDY),
        ratio == null ? 1 : checks.number(at + ".ratio", ratio, 1, 10_000));
  }
}
