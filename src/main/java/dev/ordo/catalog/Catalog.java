package dev.ordo.catalog;

import dev.ordo.catalog.Versions.Kind;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to articles, to what shops call them, and to what they are packed in. */
@Component
public class Catalog {
  private static final int SHOWN = 20;

  private final ProductRows products;
  private final PackagingRows packaging;
  private final ShopSkuRows shopSkus;
  private final Versions versions;
  private final Lookup<String, Product> productBySku;
  private final Lookup<ShopSkuRows.Key, ShopSku> shopSkuByKey;
  private final Remembered<List<Carton>> cartons;
  private final Remembered<List<Filler>> fillers;

  Catalog(ProductRows products, PackagingRows packaging, ShopSkuRows shopSkus, Versions versions) {
    this.products = products;
    this.packaging = packaging;
    this.shopSkus = shopSkus;
    this.versions = versions;
    this.productBySku = new Lookup<>(versions, Kind.PRODUCT, products::bySku);
    this.shopSkuByKey = new Lookup<>(versions, Kind.SHOP_SKU, shopSkus::byKey);
    this.cartons = new Remembered<>(versions, Kind.PACKAGING, packaging::cartons);
    this.fillers = new Remembered<>(versions, Kind.PACKAGING, packaging::fillers);
  }

  /** Products by SKU; unknown ones are absent. Costs no query once they were asked for. */
  public Map<String, Product> products(Collection<String> skus) {
    return productBySku.all(skus);
  }

  public Optional<Product> product(String sku) {
    return Optional.ofNullable(products(List.of(sku)).get(sku));
  }

  /** The product a scanner read: by barcode, else by SKU. */
  public Optional<Product> scanned(String code) {
    return products.byBarcode(code).or(() -> product(code));
  }

  /**
   * What a shop's article codes mean; unknown ones are absent. A code that is not mapped means the
   * article of ours that bears the same code.
   */
  public Map<String, ShopArticle> resolve(String shop, Collection<String> platformSkus) {
    Map<ShopSkuRows.Key, ShopSku> mapped =
        shopSkuByKey.all(
            platformSkus.stream().map(code -> new ShopSkuRows.Key(shop, code)).toList());
    Map<String, ShopSku> meant = new HashMap<>();
    for (String code : platformSkus) {
      ShopSku own = mapped.get(new ShopSkuRows.Key(shop, code));
      meant.put(code, own == null ? new ShopSku(shop, code, code, 1) : own);
    }
    return articles(meant);
  }

  private Map<String, ShopArticle> articles(Map<String, ShopSku> meant) {
    Map<String, Product> known =
        products(meant.values().stream().map(ShopSku::sku).collect(Collectors.toSet()));
    Map<String, ShopArticle> articles = new HashMap<>();
    meant.forEach(
        (code, own) -> {
          Product product = known.get(own.sku());
          if (product != null) {
            articles.put(code, new ShopArticle(code, own.sku(), own.ratio(), product));
          }
        });
    return articles;
  }

  /** The codes under which a shop sells an article of ours, where they differ from ours. */
  public List<ShopSku> shopSkus(Collection<String> skus) {
    return shopSkus.bySku(skus);
  }

  /** The cartons in use, smallest first. */
  public List<Carton> cartons() {
    return cartons.get();
  }

  /** The fillers in use. */
  public List<Filler> fillers() {
    return fillers.get();
  }

  /**
   * Products for lists, by SKU.
   *
   * @param text part of SKU, barcode or name; empty for all
   * @param after only SKUs behind this one: the cursor of the next page
   */
  public List<Product> search(String text, String after, int limit) {
    return products.search(text, after, limit);
  }

  /** How many products there are. */
  public int count() {
    return products.count();
  }

  /** Adds or replaces products by SKU. */
  @Transactional
  public void putProducts(List<Product> batch) {
    refuseRepeats("sku", batch, Product::sku);
    refuseRepeats(
        "barcode", batch.stream().filter(p -> !p.barcode().isEmpty()).toList(), Product::barcode);
    versions.bump(Kind.PRODUCT);
    refuseTakenBarcodes(batch);
    products.replace(batch);
  }

  /** Adds or replaces shops' own article codes. */
  @Transactional
  public void putShopSkus(List<ShopSku> batch) {
    refuseRepeats("platformSku", batch, s -> s.shop() + "/" + s.platformSku());
    refuseUnknown(batch);
    versions.bump(Kind.SHOP_SKU);
    shopSkus.replace(batch);
  }

  /** Adds or replaces cartons by code. */
  @Transactional
  public void putCartons(List<Carton> batch) {
    refuseRepeats("code", batch, Carton::code);
    versions.bump(Kind.PACKAGING);
    packaging.replaceCartons(batch);
  }

  /** Adds or replaces fillers by code. */
  @Transactional
  public void putFillers(List<Filler> batch) {
    refuseRepeats("code", batch, Filler::code);
    versions.bump(Kind.PACKAGING);
    packaging.replaceFillers(batch);
  }

  static <T> void refuseRepeats(String field, List<T> batch, Function<T, String> key) {
    Set<String> seen = new HashSet<>();
    List<Fault> faults = new ArrayList<>();
    batch.stream()
        .map(key)
        .filter(value -> !seen.add(value))
        .forEach(value -> faults.add(new Fault(field, value, "Send each one once.")));
    refuse(faults);
  }

  private void refuseTakenBarcodes(List<Product> batch) {
    Set<String> replaced = batch.stream().map(Product::sku).collect(Collectors.toSet());
    refuse(
        products.ownersOf(batch.stream().map(Product::barcode).toList()).entrySet().stream()
            .filter(owner -> !replaced.contains(owner.getValue()))
            .map(
                owner ->
                    new Fault("barcode", owner.getKey(), "It belongs to " + owner.getValue() + "."))
            .toList());
  }

  private void refuseUnknown(List<ShopSku> batch) {
    Map<String, Product> known = products(batch.stream().map(ShopSku::sku).toList());
    refuse(
        batch.stream()
            .filter(s -> !known.containsKey(s.sku()))
            .map(s -> new Fault("sku", s.sku(), "Import the product first, PUT /api/products."))
            .toList());
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Refusal(faults.stream().limit(SHOWN).toList());
    }
  }
}
