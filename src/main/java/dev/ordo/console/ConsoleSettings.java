package dev.ordo.console;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the pages and the API.
 *
 * @param zone the zone in which pages show times
 * @param maxBody largest request body the API takes
 */
@ConfigurationProperties("ordo.console")
record ConsoleSettings(
    @DefaultValue("Asia/Shanghai") ZoneId zone, @DefaultValue("8MB") DataSize maxBody) {}
