package dev.ordo.journey;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Camel looks up by name, and the way payloads are kept. */
@Configuration
class JourneyConfiguration {

  @Bean
  StageComponent stage(Stages stages) {
    return new StageComponent(stages);
  }

  /** Only until something that owns a key takes its place. */
  @Bean
  @ConditionalOnMissingBean
  Sealer plainSealer() {
    return new Sealer() {
      @Override
      public byte[] seal(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
      }

      @Override
      public String open(byte[] sealed) {
        return new String(sealed, StandardCharsets.UTF_8);
      }
    };
  }
}
