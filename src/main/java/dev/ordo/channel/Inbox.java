package dev.ordo.channel;

import dev.ordo.channel.DroppedFile.FileLine;
import dev.ordo.channel.DroppedFile.FileOrder;
import dev.ordo.journey.Incidents;
import dev.ordo.journey.NewIncident;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Takes dropped files: each line ends as part of an order, as a refund or as an explained incident,
 * and the report adds up to the file. Taking a file twice changes nothing.
 */
@Component("inbox")
public class Inbox {
  static final String SOURCE = "channel-file";

  private static final int BATCH = 100;
  private static final String PACKED = ".gz";
  private static final int LONGEST = 64 * 1024 * 1024;

  private final List<FileProfile> profiles;
  private final Intake intake;
  private final Incidents incidents;
  private final FileReports reports;
  private final BusinessClock clock;
  private final Ids ids;

  Inbox(
      List<FileProfile> profiles,
      Intake intake,
      Incidents incidents,
      FileReports reports,
      BusinessClock clock,
      Ids ids) {
    this.profiles = List.copyOf(profiles);
    this.intake = intake;
    this.incidents = incidents;
    this.reports = reports;
    this.clock = clock;
    this.ids = ids;
  }

  /** Takes a file of a route; one that cannot be read at all goes to the failed ones. */
  public FileReport receive(byte[] content, @Header("CamelFileNameOnly") String name) {
    return take(name, content);
  }

  /** Takes a file by hand; one that ends in {@code .gz} is unpacked first. */
  public FileReport take(String name, byte[] content) {
    return name.toLowerCase(Locale.ROOT).endsWith(PACKED)
        ? taken(name.substring(0, name.length() - PACKED.length()), unpacked(name, content))
        : taken(name, content);
  }

  private static byte[] unpacked(String name, byte[] content) {
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(content))) {
      byte[] bytes = plain.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new Refusal("file", name, "Send at most " + LONGEST + " bytes unpacked.");
      }
      return bytes;
    } catch (IOException e) {
      throw new Refusal("file", name, "Send a readable gzip file.");
    }
  }

  private FileReport taken(String name, byte[] content) {
    FileProfile profile =
        profiles.stream()
            .filter(p -> p.reads(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        "file",
                        name,
                        "Send .csv, .json or .xlsx, plain or as .gz; save an old .xls as .xlsx."));
    if (content.length == 0) {
      throw new Refusal("file", name, "The file is empty: drop it again whole.");
    }
    DroppedFile file = profile.read(name, content);
    if (file.orders().isEmpty() && file.aside().isEmpty()) {
      throw new Refusal("file", name, "The file holds no order: check what wrote it.");
    }
    List<FileLine> fates = new ArrayList<>(file.aside());
    int stored = 0;
    for (int i = 0; i < file.orders().size(); i += BATCH) {
      List<FileOrder> batch = file.orders().subList(i, Math.min(file.orders().size(), i + BATCH));
      stored += store(file.profile(), batch, fates);
    }
    raise(name, file);
    FileReport report = report(name, file.profile(), fates, stored);
    reports.keep(report, content);
    return report;
  }

  private int store(String profile, List<FileOrder> batch, List<FileLine> fates) {
    boolean sheet = !profile.equals("json");
    List<Outcome> outcomes =
        intake.take(
            batch.stream()
                .map(o -> new RawOrder("", "", o.json(), sheet ? rows(o) : List.of()))
                .toList());
    int stored = 0;
    for (int i = 0; i < batch.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.SetAside aside) {
        batch.get(i).lines().forEach(line -> fates.add(line.as(aside.kind())));
      } else {
        fates.addAll(batch.get(i).lines());
        stored++;
      }
    }
    return stored;
  }

  /** Rows as people count them: the heading is row 1. */
  private static List<Integer> rows(FileOrder order) {
    return order.lines().stream()
        .filter(line -> line.kind().equals("ORDER_LINE"))
        .map(line -> line.number() + 1)
        .toList();
  }

  private void raise(String name, DroppedFile file) {
    List<NewIncident> raised = new ArrayList<>();
    for (FileLine line : file.aside()) {
      String why = UciProfile.explanation(line.kind());
      String at = "line " + line.number() + ", " + line.amount().toPlainString();
      Fault fault = new Fault(line.kind(), at, why == null ? "Look at the line." : why);
      String key = "%s:%s:%s:%d".formatted(SOURCE, name, line.subject(), line.number());
      raised.add(
          new NewIncident(
              SOURCE,
              line.kind(),
              key,
              line.subject(),
              FileLineResender.payload(file.profile(), line),
              List.of(fault)));
    }
    for (int i = 0; i < raised.size(); i += BATCH) {
      incidents.raiseAll(raised.subList(i, Math.min(raised.size(), i + BATCH)));
    }
  }

  private FileReport report(String name, String profile, List<FileLine> fates, int stored) {
    Map<String, List<FileLine>> byKind = new TreeMap<>();
    fates.forEach(line -> byKind.computeIfAbsent(line.kind(), k -> new ArrayList<>()).add(line));
    List<FileReport.Row> rows = new ArrayList<>();
    byKind.forEach(
        (kind, lines) ->
            rows.add(new FileReport.Row(kind, isIncident(kind), lines.size(), sum(lines))));
    int repeated = (int) fates.stream().filter(FileLine::repeated).count();
    return new FileReport(
        Ids.text(ids.next()),
        name,
        profile,
        clock.now(),
        fates.size(),
        sum(fates),
        repeated,
        stored,
        rows);
  }

  private static boolean isIncident(String kind) {
    return switch (kind) {
      case "ORDER_LINE", "REFUND", "FREIGHT", "DISCOUNT" -> false;
      default -> true;
    };
  }

  private static BigDecimal sum(List<FileLine> lines) {
    return lines.stream().map(FileLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
