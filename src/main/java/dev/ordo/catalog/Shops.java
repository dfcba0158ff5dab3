package dev.ordo.catalog;

import dev.ordo.address.PersonalData;
import dev.ordo.catalog.Versions.Kind;
import dev.ordo.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to the shops we sell through. */
@Component
public class Shops {
  /** How a secret names the environment variable that holds it, in place of itself. */
  public static final String BY_REFERENCE = "env:ORDO_SHOP_";

  private final ShopRows rows;
  private final Versions versions;
  private final PersonalData seal;
  private final Environment environment;
  private final Remembered<Map<String, Shop>> shops;

  Shops(ShopRows rows, Versions versions, PersonalData seal, Environment environment) {
    this.rows = rows;
    this.versions = versions;
    this.seal = seal;
    this.environment = environment;
    this.shops = new Remembered<>(versions, Kind.SHOP, this::load);
  }

  /** All shops by code, closed ones too. */
  public List<Shop> all() {
    return List.copyOf(shops.get().values());
  }

  public Optional<Shop> find(String code) {
    return Optional.ofNullable(shops.get().get(code));
  }

  /** The shop of this code; an unknown code is refused. */
  public Shop shop(String code) {
    return find(code)
        .orElseThrow(() -> new Refusal("shop", code, "Name a shop of GET /api/shops."));
  }

  /** What proves us to the shop's platform; empty where nothing was given. */
  public ShopSecrets secrets(String code) {
    ShopSecrets sealed = rows.secrets(List.of(code)).getOrDefault(code, ShopSecrets.NONE);
    return new ShopSecrets(open(sealed.secret()), open(sealed.token()));
  }

  /**
   * Adds or replaces shops by code.
   *
   * @param secrets by shop code; a shop without an entry keeps what it has
   */
  @Transactional
  public void put(List<Shop> batch, Map<String, ShopSecrets> secrets) {
    Catalog.refuseRepeats("code", batch, Shop::code);
    versions.bump(Kind.SHOP);
    Map<String, ShopSecrets> sealed =
        new LinkedHashMap<>(rows.secrets(batch.stream().map(Shop::code).toList()));
    secrets.forEach(
        (code, given) ->
            sealed.put(code, new ShopSecrets(seal(given.secret()), seal(given.token()))));
    rows.replace(batch, sealed);
  }

  private Map<String, Shop> load() {
    Map<String, Shop> byCode = new LinkedHashMap<>();
    rows.shops().forEach(shop -> byCode.put(shop.code(), shop));
    return byCode;
  }

  private String seal(String secret) {
    return secret.startsWith(BY_REFERENCE) ? secret : seal.encrypt(secret);
  }

  private String open(String sealed) {
    return sealed.startsWith(BY_REFERENCE)
        ? environment.getProperty(sealed.substring("env:".length()), "")
        : seal.decrypt(sealed);
  }
}
