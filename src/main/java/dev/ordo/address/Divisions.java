package dev.ordo.address;

import dev.ordo.address.Division.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The division tables and every name a division goes by; built once, read by many threads. */
final class Divisions {
  /** An abolished district and the one that took its place, if there is exactly one. */
  record Outdated(Division division, @Nullable Division successor) {}

  private final Map<String, Division> byCode = new LinkedHashMap<>();
  private final Map<String, List<Division>> byName = new HashMap<>();
  private final Map<String, Outdated> outdated = new HashMap<>();
  private final Map<String, List<Division>> districtsByCity = new HashMap<>();
  private final Map<String, String> soleDistrict = new HashMap<>();
  private final Set<String> townsOfDistrictless = new HashSet<>();

  Divisions() {
    readChina();
    readHongKongMacauTaiwan();
    byCode.values().forEach(this::name);
    readOutdated();
    for (CSVRecord row : csv("towns-of-districtless-cities.csv")) {
      townsOfDistrictless.add(row.get("cityCode") + row.get("name"));
    }
  }

  private void readChina() {
    for (CSVRecord row : csv("provinces.csv")) {
      add(row.get("code"), row.get("name"), Level.PROVINCE, "");
    }
    for (CSVRecord row : csv("cities.csv")) {
      add(row.get("code"), row.get("name"), Level.CITY, row.get("provinceCode"));
    }
    for (CSVRecord row : csv("areas.csv")) {
      add(row.get("code"), row.get("name"), Level.DISTRICT, row.get("cityCode"));
    }
    for (Division district : districts()) {
      Division city = parent(district);
      districtsByCity.computeIfAbsent(city.code(), c -> new ArrayList<>()).add(district);
      if (city.name().equals(district.name())) {
        soleDistrict.put(city.code(), district.code());
      }
    }
  }

  private void readHongKongMacauTaiwan() {
    Map<String, String> codes = Map.of("香港特别行政区", "81", "澳门特别行政区", "82", "台湾省", "71");
    Map<String, Map<String, List<String>>> tree = json("hk-mo-tw.json");
    tree.forEach(
        (province, cities) -> {
          String code = Objects.requireNonNull(codes.get(province));
          add(code, province, Level.PROVINCE, "");
          int cityNumber = 0;
          for (Map.Entry<String, List<String>> city : cities.entrySet()) {
            String cityCode = "%s%02d".formatted(code, ++cityNumber);
            add(cityCode, city.getKey(), Level.CITY, code);
            int number = 0;
            for (String district : city.getValue()) {
              String plain = district.replaceAll("（.*）", "");
              add("%s%02d".formatted(cityCode, ++number), plain, Level.DISTRICT, cityCode);
            }
          }
        });
  }

  private void readOutdated() {
    for (CSVRecord row : csv("outdated.csv")) {
      String city = row.get("cityCode");
      Division old = new Division(row.get("code"), row.get("name"), Level.DISTRICT, city);
      Outdated gone = new Outdated(old, byCode.get(row.get("successor")));
      outdated.put(city + old.name(), gone);
      DivisionNames.of(old).stream()
          .filter(name -> name.equals(old.name()) || isFree(name, city))
          .forEach(name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(old));
    }
  }

  private boolean isFree(String name, String city) {
    return named(name).stream().noneMatch(d -> d.code().startsWith(city));
  }

  private void add(String code, String name, Level level, String parent) {
    byCode.put(code, new Division(code, name, level, parent));
  }

  private void name(Division division) {
    if (!division.isPlaceholder()) {
      for (String name : DivisionNames.of(division)) {
        List<Division> bearers = byName.computeIfAbsent(name, n -> new ArrayList<>());
        if (!bearers.contains(division)) {
          bearers.add(division);
        }
      }
    }
  }

  private Collection<Division> districts() {
    return byCode.values().stream().filter(Division::isDistrict).toList();
  }

  /** All provinces, in the order of their codes. */
  List<Division> provinces() {
    return byCode.values().stream().filter(Division::isProvince).toList();
  }

  Optional<Division> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The level above; only for a city or a district. */
  Division parent(Division division) {
    return Objects.requireNonNull(byCode.get(division.parent()), division.code());
  }

  /** Every division that goes by this name, exactly named ones first. */
  List<Division> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The districts, current or abolished, that go by this name inside the division. */
  List<Division> districtsNamed(String name, String within) {
    List<Division> found =
        named(name).stream().filter(d -> d.isDistrict() && d.code().startsWith(within)).toList();
    List<Division> exact = found.stream().filter(d -> d.name().equals(name)).toList();
    return exact.isEmpty() ? found : exact;
  }

  /** Districts of the city whose names begin so. */
  List<Division> districtsStarting(String start, Division city) {
    return districtsByCity.getOrDefault(city.code(), List.of()).stream()
        .filter(d -> d.name().startsWith(start))
        .toList();
  }

  @Nullable Outdated outdated(Division district) {
    Outdated gone = outdated.get(district.parent() + district.name());
    return gone != null && gone.division().equals(district) ? gone : null;
  }

  /** The one entry that stands for the district of a city that has none (东莞, 中山, 儋州, 嘉峪关). */
  Optional<Division> soleDistrict(Division city) {
    return Optional.ofNullable(soleDistrict.get(city.code())).flatMap(this::find);
  }

  boolean isTownOf(Division districtlessCity, String name) {
    return townsOfDistrictless.contains(districtlessCity.code() + name);
  }

  Set<String> names() {
    return byName.keySet();
  }

  private static List<CSVRecord> csv(String file) {
    try (Reader reader = new InputStreamReader(open(file), StandardCharsets.UTF_8)) {
      CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
      return format.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Map<String, List<String>>> json(String file) {
    try (InputStream in = open(file)) {
      return new JsonMapper().readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(Divisions.class.getResourceAsStream("/divisions/" + file), file);
  }
}
