package dev.ordo.console;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * What the API's documentation says of all calls alike: who may call, how faults are answered,
 * which module answers; one sentence per call stands in {@code api-summaries.properties}.
 */
@Configuration
class ApiDescription {
  private static final String PROBLEM = "Problem";
  private static final Map<String, String> FAULTS =
      new TreeMap<>(
          Map.of(
              "400",
                  "The request cannot be read: malformed JSON, a wrong type, a missing parameter.",
              "401", "Neither a valid API key nor valid credentials.",
              "403", "The roles of the caller do not allow this.",
              "422", "Readable, but refused: each fault names field, value and remedy."));

  @Bean
  OpenAPI api() throws IOException {
    Properties said = summaries();
    List<Tag> tags =
        said.stringPropertyNames().stream()
            .filter(key -> !key.contains("/"))
            .sorted()
            .map(module -> new Tag().name(module).description(said.getProperty(module)))
            .toList();
    return new OpenAPI()
        .info(
            new Info()
                .title("Ordo")
                .version("1")
                .description(
                    "Orders from arrival to money. Ids are strings, amounts decimals in the"
                        + " currency's digits, times UTC."))
        .tags(tags)
        .components(components())
        .addSecurityItem(new SecurityRequirement().addList("apiKey"))
        .addSecurityItem(new SecurityRequirement().addList("basic"));
  }

  private static Components components() {
    return new Components()
        .addSecuritySchemes(
            "apiKey",
            new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-Api-Key"))
        .addSecuritySchemes(
            "basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
        .addSchemas(PROBLEM, problem());
  }

  private static Schema<?> problem() {
    Schema<?> fault =
        new ObjectSchema()
            .addProperty("field", new StringSchema())
            .addProperty("value", new StringSchema())
            .addProperty("remedy", new StringSchema());
    return new ObjectSchema()
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("faults", new ArraySchema().items(fault));
  }

  @Bean
  OperationCustomizer moduleAsTag() {
    return (operation, handler) -> operation.tags(List.of(module(handler)));
  }

  private static String module(HandlerMethod handler) {
    return handler.getBeanType().getPackageName().split("\\.", -1)[2];
  }

  @Bean
  OpenApiCustomizer sentencesAndFaults() throws IOException {
    Properties said = summaries();
    return api ->
        api.getPaths()
            .forEach(
                (path, item) ->
                    item.readOperationsMap()
                        .forEach((verb, call) -> describe(call, said, verb + " " + path)));
  }

  private static void describe(Operation call, Properties said, String key) {
    call.summary(said.getProperty(key, inWords(call.getOperationId())));
    FAULTS.forEach(
        (status, meaning) -> call.getResponses().addApiResponse(status, answer(meaning)));
  }

  private static ApiResponse answer(String meaning) {
    Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    return new ApiResponse()
        .description(meaning)
        .content(
            new Content()
                .addMediaType("application/problem+json", new MediaType().schema(problem)));
  }

  /** For a call nobody has written a sentence for yet. */
  private static String inWords(String name) {
    String words = name.replaceAll("_\\d+$", "").replaceAll("([A-Z])", " $1").strip();
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1).toLowerCase(Locale.ROOT);
  }

  private static Properties summaries() throws IOException {
    return PropertiesLoaderUtils.loadProperties(new ClassPathResource("api-summaries.properties"));
  }
}
