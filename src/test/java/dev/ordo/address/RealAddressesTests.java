package dev.ordo.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs against thousands of real addresses with gold segments where these are at hand. */
class RealAddressesTests {
  private static final Path GOLD = Path.of("../shared/data/addresses-cn/ner_train.jsonl.gz");
  private static final String KEY = "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final Addresses ADDRESSES =
      new Addresses(
          new PersonalData(new PersonalDataSettings(List.of(KEY), Path.of("never-written"))));

  @Test
  void findsTheDistrictPeopleMeant() throws Exception {
    assumeThat(Files.exists(GOLD)).as("no gold addresses beside the project").isTrue();
    int asked = 0;
    List<String> missed = new ArrayList<>();
    for (JsonNode line : gold()) {
      String district = part(line, "district");
      if (!district.isEmpty() && !part(line, "city").isEmpty()) {
        asked++;
        Address address = ADDRESSES.parse(line.get("text").asString()).address();
        String found = address.district();
        boolean outdated = address.districtStatus() == LevelStatus.OUTDATED;
        if (!outdated && (found.isEmpty() || !sameStart(found, district))) {
          missed.add(line.get("text").asString() + " => " + found + " not " + district);
        }
      }
    }
    System.out.printf("real addresses: %d of %d districts missed%n", missed.size(), asked);
    assertThat(missed.size()).isLessThan(asked / 20);
  }

  private static boolean sameStart(String found, String district) {
    return found.startsWith(district.substring(0, Math.min(2, district.length())));
  }

  private static String part(JsonNode line, String kind) {
    for (JsonNode part : line.get("parts")) {
      if (part.get(0).asString().equals(kind)) {
        return part.get(1).asString();
      }
    }
    return "";
  }

  private static List<JsonNode> gold() throws Exception {
    JsonMapper json = new JsonMapper();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(GOLD)), StandardCharsets.UTF_8))) {
      return reader.lines().map(json::readTree).toList();
    }
  }
}
