package dev.ordo.console;

import dev.ordo.shared.Refusal;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses text that no database can keep and no page can show: NUL and halves of characters. */
@Configuration
class ApiText {
  @Bean
  JsonMapperBuilderCustomizer soundText() {
    return builder ->
        builder.addModule(
            new SimpleModule("sound text").addDeserializer(String.class, new SoundText()));
  }

  @Bean
  HttpFirewall soundParameters() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(ApiText::isSound);
    return firewall;
  }

  private static boolean isSound(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  private static final class SoundText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    SoundText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getValueAsString();
      if (text == null) {
        return (String) context.handleUnexpectedToken(getValueType(context), parser);
      }
      if (!isSound(text)) {
        throw new Refusal(
            String.valueOf(parser.currentName()), text, "Remove NUL and broken characters.");
      }
      return text;
    }
  }
}
