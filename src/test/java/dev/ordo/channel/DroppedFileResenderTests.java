package dev.ordo.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.shared.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DroppedFileResenderTests {
  @TempDir private Path files;

  @Test
  void aFailedFileGoesBackIntoTheInboxByteForByte() throws IOException {
    byte[] content = {0x50, 0x4b, (byte) 0xff, 0};
    Path failed = Files.createDirectories(files.resolve("inbox/.failed"));
    Files.write(failed.resolve("orders.xlsx"), content);
    resend("orders.xlsx");
    assertThat(files.resolve("inbox/orders.xlsx")).hasBinaryContent(content);
    assertThat(failed).isEmptyDirectory();
    assertThatThrownBy(() -> resend("orders.xlsx")).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../secret", "a/b", ".hidden", "..", "a\\\\b"})
  void onlyNamesOfFilesAreTaken(String name) {
    assertThatThrownBy(() -> resend(name)).isInstanceOf(Refusal.class);
  }

  private void resend(String name) {
    new DroppedFileResender(files.toString())
        .resend("{\"file\": \"" + name + "\", \"sha256\": \"\"}");
  }
}
