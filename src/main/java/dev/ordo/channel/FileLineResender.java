package dev.ordo.channel;

import dev.ordo.channel.DroppedFile.FileLine;
import dev.ordo.journey.Resender;
import dev.ordo.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes a line of a dropped file once more, as it came or as a person mended it. */
@Component
class FileLineResender implements Resender {
  private final List<FileProfile> profiles;

  FileLineResender(List<FileProfile> profiles) {
    this.profiles = List.copyOf(profiles);
  }

  /** What an incident keeps; {@code order} is for a person to fill in. */
  static String payload(String profile, FileLine line) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("profile", profile);
    kept.put("order", "");
    kept.put("row", line.row().isEmpty() ? Map.of() : PlatformJson.read(line.row()));
    return PlatformJson.write(kept);
  }

  @Override
  public String source() {
    return Inbox.SOURCE;
  }

  @Override
  public void resend(String payload) {
    JsonNode kept = OrderReader.tree(payload, OrderReader.LONGEST);
    String profile = kept.path("profile").asString("");
    profiles.stream()
        .filter(p -> !profile.isEmpty() && p.name().equals(profile))
        .findFirst()
        .orElseThrow(() -> new Refusal("profile", profile, "Keep the profile of the file."))
        .retake(kept.path("row"), kept.path("order").asString("").strip());
  }
}
