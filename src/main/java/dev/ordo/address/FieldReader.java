package dev.ordo.address;

import dev.ordo.address.Division.Level;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads an address given in separate fields, with the oddities of the platforms. */
final class FieldReader {
  private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");

  private final Divisions divisions;
  private final ChainReader chains;

  FieldReader(Divisions divisions, ChainReader chains) {
    this.divisions = divisions;
    this.chains = chains;
  }

  Address read(RawAddress raw) {
    String province = Texts.withoutSpaces(raw.province());
    String city = Texts.withoutSpaces(raw.city());
    String district = Texts.withoutSpaces(raw.district());
    String detail = (Texts.plain(raw.town()) + " " + Texts.plain(raw.detail())).strip();
    if (province.isEmpty() && city.isEmpty() && district.isEmpty()) {
      return fromText(detail);
    }
    Place place = readProvince(province);
    place = readCity(place, city, district);
    place = readDistrict(place, district, detail);
    Chain chain = chains.at(detail, 0);
    Place agreed = doubted(place, chain);
    return agreed.with(rest(place, chain, town(place, city, district), detail));
  }

  /** A detail that begins with another place in full names contradicts the fields. */
  private static Place doubted(Place place, Chain chain) {
    Division meant = chain.meant();
    if (meant == null || chain.score() < 8 || meant.isProvince()) {
      return place;
    }
    Division city = place.city();
    Division province = place.province();
    if (province != null && !province.contains(meant)) {
      return place.province(province, LevelStatus.CONTRADICTORY);
    }
    if (city != null && !city.isPlaceholder() && !city.contains(meant)) {
      return place.city(city, LevelStatus.CONTRADICTORY);
    }
    Division district = place.district();
    boolean other = district != null && meant.isDistrict() && !district.equals(meant);
    return other ? place.district(district, LevelStatus.CONTRADICTORY) : place;
  }

  /** Reads an address given in one piece. */
  Address fromText(String text) {
    Chain chain = chains.best(text);
    Division meant = chain.meant();
    String detail = text.substring(chain.end()).strip();
    if (meant == null) {
      return ambiguous(chain).with(detail);
    }
    return conflicting(place(meant, chain.zone()), chain).with(detail);
  }

  private Place ambiguous(Chain chain) {
    Division province = divisions.find(chain.commonProvince()).orElse(null);
    LevelStatus known = province == null ? LevelStatus.MISSING : LevelStatus.OK;
    return Place.NOWHERE.province(province, known);
  }

  private Place place(Division meant, boolean zone) {
    return switch (meant.level()) {
      case PROVINCE -> Place.NOWHERE.province(meant, LevelStatus.OK);
      case CITY -> {
        Place city = place(divisions.parent(meant), false).city(meant, LevelStatus.OK);
        Division sole = divisions.soleDistrict(meant).orElse(null);
        yield sole != null
            ? city.district(sole, LevelStatus.OK)
            : city.district(null, zone ? LevelStatus.UNKNOWN : LevelStatus.MISSING);
      }
      case DISTRICT -> settled(place(divisions.parent(meant), false), meant);
    };
  }

  private static Place conflicting(Place place, Chain chain) {
    Level conflict = chain.conflict();
    if (conflict == null) {
      return place;
    }
    return switch (conflict) {
      case PROVINCE -> Place.NOWHERE.province(null, LevelStatus.CONTRADICTORY);
      case CITY -> place.city(null, LevelStatus.CONTRADICTORY);
      case DISTRICT -> place.district(null, LevelStatus.CONTRADICTORY);
    };
  }

  /** An abolished district is shown with the code of the one that took its place. */
  private Place settled(Place place, Division district) {
    Divisions.Outdated gone = divisions.outdated(district);
    if (gone == null) {
      return place.district(district, LevelStatus.OK);
    }
    Division now = gone.successor();
    return place.district(now == null ? gone.division() : now, LevelStatus.OUTDATED);
  }

  private Place readProvince(String name) {
    Division province = only(name, "", Division::isProvince);
    return Place.NOWHERE.province(
        province, province == null ? LevelStatus.MISSING : LevelStatus.OK);
  }

  private Place readCity(Place place, String city, String district) {
    if (city.isEmpty() || isFiller(place, city)) {
      return inferCity(place, city.isEmpty(), district);
    }
    Division found = only(city, place.scope(), Division::isCity);
    if (found != null) {
      return place.city(found, LevelStatus.OK).province(provinceOf(found), place.provinceStatus());
    }
    Division county = only(city, place.scope(), Division::isDistrict);
    if (county != null) {
      return settled(within(place, divisions.parent(county), LevelStatus.OK), county);
    }
    return place.city(null, elsewhere(city, Level.PROVINCE));
  }

  private Place within(Place place, Division city, LevelStatus status) {
    return place.city(city, status).province(provinceOf(city), place.provinceStatus());
  }

  private boolean isFiller(Place place, String city) {
    Division province = place.province();
    return ChainReader.isPlaceholder(city)
        || province != null
            && MUNICIPALITIES.contains(province.code())
            && divisions.named(city).contains(province);
  }

  /** Municipalities and counties under a province have no city; elsewhere it is missing. */
  private Place inferCity(Place place, boolean blank, String districtName) {
    Division district = only(districtName, place.scope(), Division::isDistrict);
    Division province = place.province();
    if (district == null) {
      boolean municipality = province != null && MUNICIPALITIES.contains(province.code());
      return municipality
          ? place.city(divisions.find(place.scope() + "01").orElse(null), LevelStatus.OK)
          : place;
    }
    Division city = divisions.parent(district);
    boolean needsNone = city.isPlaceholder() && (province != null || !blank);
    return within(place, city, needsNone ? LevelStatus.OK : LevelStatus.MISSING);
  }

  private Place readDistrict(Place place, String name, String detail) {
    Division city = place.city();
    if (place.district() != null) {
      return agreeing(place, name);
    }
    if (city == null) {
      return districtWithoutCity(place, name);
    }
    Division sole = divisions.soleDistrict(city).orElse(null);
    if (sole != null && belongsTo(city, name)) {
      return place.district(sole, LevelStatus.OK);
    }
    String scope = city.isPlaceholder() ? city.parent() : city.code();
    Division found = only(name, scope, Division::isDistrict);
    if (found != null) {
      return settled(place.city(divisions.parent(found), place.cityStatus()), found);
    }
    return districtNotFound(place, city, name, detail);
  }

  /** The county stood in the city's place; a district given as well must be the same one. */
  private Place agreeing(Place place, String name) {
    Division county = place.district();
    Division city = place.city();
    if (county == null || city == null || name.isEmpty()) {
      return place;
    }
    Division other = only(name, city.code(), Division::isDistrict);
    return other == null || other.equals(county)
        ? place
        : place.district(county, LevelStatus.CONTRADICTORY);
  }

  private boolean belongsTo(Division city, String name) {
    return name.isEmpty()
        || ChainReader.isPlaceholder(name)
        || divisions.isTownOf(city, name)
        || divisions.named(name).contains(city)
        || divisions.named(name).stream().noneMatch(d -> d.isDistrict() && d.name().equals(name));
  }

  private Place districtWithoutCity(Place place, String name) {
    Division found = only(name, place.scope(), Division::isDistrict);
    return found == null
        ? place.district(null, elsewhere(name, Level.CITY))
        : settled(place, found);
  }

  private Place districtNotFound(Place place, Division city, String name, String detail) {
    if (name.isEmpty() || ChainReader.isPlaceholder(name)) {
      Division ahead = aheadInDetail(city, detail);
      return ahead == null ? place : settled(place, ahead);
    }
    List<Division> close = divisions.districtsStarting(name.substring(0, name.length() - 1), city);
    if (name.length() >= 3 && close.size() == 1) {
      return settled(place, close.getFirst());
    }
    boolean zone = ChainReader.isZone(name);
    return place.district(null, zone ? LevelStatus.UNKNOWN : elsewhere(name, Level.CITY));
  }

  private @Nullable Division aheadInDetail(Division city, String detail) {
    List<Division> inside =
        chains.at(detail, 0).candidates().stream()
            .filter(d -> d.isDistrict() && city.contains(d))
            .toList();
    return inside.size() == 1 ? inside.getFirst() : null;
  }

  /**
   * A name known at or below this level, only in another place, contradicts; else it is missing.
   */
  private LevelStatus elsewhere(String name, Level above) {
    boolean known = divisions.named(name).stream().anyMatch(d -> d.level().compareTo(above) > 0);
    return known ? LevelStatus.CONTRADICTORY : LevelStatus.MISSING;
  }

  private @Nullable Division only(String name, String scope, Predicate<Division> level) {
    if (name.isEmpty()) {
      return null;
    }
    List<Division> found =
        divisions.named(name).stream()
            .filter(d -> level.test(d) && d.code().startsWith(scope))
            .toList();
    List<Division> exact = found.stream().filter(d -> d.name().equals(name)).toList();
    List<Division> best = exact.isEmpty() ? found : exact;
    List<Division> current = best.stream().filter(d -> divisions.outdated(d) == null).toList();
    List<Division> left = current.isEmpty() ? best : current;
    return left.size() == 1 ? left.getFirst() : null;
  }

  private Division provinceOf(Division city) {
    return divisions.parent(city);
  }

  /** In a city without districts the district field holds the town. */
  private static String town(Place place, String city, String district) {
    Division found = place.district();
    boolean isTown =
        found != null
            && place.districtStatus() == LevelStatus.OK
            && !district.isEmpty()
            && !DivisionNames.of(found).contains(district)
            && (found.name().equals(city) || found.name().equals(place.with("").city()))
            && !ChainReader.isPlaceholder(district);
    return isTown ? district : "";
  }

  /** The detail without the divisions it repeats. */
  private static String rest(Place place, Chain chain, String town, String detail) {
    Division meant = chain.meant();
    boolean repeats =
        meant != null
            && chain.conflict() == null
            && chain.score() >= 4
            && place.with("").deepestCode().startsWith(meant.code());
    String rest = repeats ? detail.substring(chain.end()).strip() : detail;
    return rest.startsWith(town) ? rest : town + rest;
  }
}
