package dev.ordo.channel;

import dev.ordo.journey.Resender;
import dev.ordo.shared.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts a failed file, as it is or as a person mended it there, back into the inbox. */
@Component
class DroppedFileResender implements Resender {
  private static final Pattern NAME = Pattern.compile("[^/\\\\\\x00.][^/\\\\\\x00]*");

  private final Path inbox;

  DroppedFileResender(@Value("${ordo.files:.}") String files) {
    this.inbox = Path.of(files, "inbox");
  }

  @Override
  public String source() {
    return "route:channel-files";
  }

  @Override
  public void resend(String payload) {
    String name = OrderReader.tree(payload, OrderReader.LONGEST).path("file").asString("");
    if (!NAME.matcher(name).matches()) {
      throw new Refusal("file", name, "Keep the name of the file.");
    }
    Path failed = inbox.resolve(".failed").resolve(name);
    if (!Files.isRegularFile(failed)) {
      throw new Refusal("file", name, "It is no longer in inbox/.failed: drop it again.");
    }
    if (Files.exists(inbox.resolve(name))) {
      throw new Refusal("file", name, "A file of this name waits in the inbox already.");
    }
    try {
      Files.move(failed, inbox.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
