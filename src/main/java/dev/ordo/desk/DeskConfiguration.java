package dev.ordo.desk;

import dev.ordo.console.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the desk shows up in the console. */
@Configuration
class DeskConfiguration {
  @Bean
  MenuItem tasksMenu() {
    return new MenuItem("/tasks", "desk.tasks", 10);
  }
}
