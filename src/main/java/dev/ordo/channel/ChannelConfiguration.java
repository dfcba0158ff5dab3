package dev.ordo.channel;

import dev.ordo.access.Role;
import dev.ordo.console.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module adds to the console. */
@Configuration
class ChannelConfiguration {
  @Bean
  MenuItem channelsMenu() {
    return new MenuItem("/channels", "channel.channels", 170, Role.CLERK, Role.OPS_MANAGER);
  }
}
