package dev.ordo;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The order orchestration server; whoever lists its packages sees the order's journey. */
@SpringBootApplication(nameGenerator = DoorNames.class)
@ConfigurationPropertiesScan
@Modulithic(systemName = "Ordo", sharedModules = "shared")
public class Ordo {
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals("self-check")) {
      System.exit(new SelfCheckCommand(System.getenv(), List.of(args), System.out).run());
    }
    if (args.length > 0 && args[0].equals("verify-decisions")) {
      System.exit(new VerifyDecisionsCommand(System.getenv(), List.of(args), System.out).run());
    }
    if (args.length > 0 && args[0].equals("rules")) {
      List<String> arguments = List.of(args).subList(1, args.length);
      System.exit(new RulesCommand(System.getenv(), arguments, System.out).run());
    }
    if (args.length > 0 && args[0].equals("plan-wave")) {
      List<String> arguments = List.of(args).subList(1, args.length);
      System.exit(new PlanWaveCommand(arguments, System.out).run());
    }
    SpringApplication.run(Ordo.class, args);
  }
}
