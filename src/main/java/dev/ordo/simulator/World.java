package dev.ordo.simulator;

import dev.ordo.shared.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulated world as a whole: opens its doors, founds the company, then lets time pass. */
final class World implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(World.class);
  private static final Duration TICK = Duration.ofMillis(250);
  private static final Duration ARRIVALS_EVERY = Duration.ofHours(6);

  private final SimulatorSettings settings;
  private final Wire integration;
  private final WorldClock clock;
  private final Assortment assortment;
  private final OrderBook book;
  private final Depot depot;
  private final Buyers buyers;
  private final Diary diary;
  private final Office office;
  private final List<Floor> floors = new ArrayList<>();
  private final MachineClock machine;
  private @Nullable Doors doors;

  World(SimulatorSettings settings, MachineClock machine) {
    this.settings = settings;
    this.machine = machine;
    this.integration = new Wire(settings.server(), settings.key());
    this.clock = new WorldClock(integration);
    this.assortment = Assortment.load(settings.seed());
    this.book = new OrderBook(settings.state());
    this.depot = new Depot(settings.state(), clock::now);
    Population population = new Population();
    this.buyers = new Buyers(settings, population, assortment);
    this.office =
        new Office(
            integration,
            Office.demoPeople(settings.server()),
            population,
            clock::now,
            settings.seed());
    this.diary = new Diary(settings.state());
  }

  @Override
  public void run() {
    try {
      clock.read();
      open();
      Company company = new Company(integration, assortment, settings.port());
      if (!diary.founded()) {
        company.found();
        company.stockUp(1);
        new Wholesale(integration).found();
        new Suppliers(integration, assortment).found(clock.now());
        diary.found(clock.now());
      }
      staff(company);
      while (!Thread.currentThread().isInterrupted()) {
        tick(company);
        Thread.sleep(TICK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  private void open() {
    Backoffice office = new Backoffice(book, clock::now, depot);
    doors =
        new Doors(
            settings.port(),
            List.of(
                new TaobaoDoor(office, machine),
                new JdDoor(office),
                new PddDoor(office, machine),
                new DouyinDoor(office, machine),
                new KuaishouDoor(office),
                new OwnShopDoor(office),
                new SfDoor(depot),
                new ZtoDoor(depot),
                new YtoDoor(depot),
                new JdlDoor(depot),
                new EmsDoor(depot),
                new LabelsDoor(book, office, new Rates(integration, clock, book))));
    LOG.debug("The simulated world listens on port {}.", settings.port());
  }

  private void close() {
    Doors open = doors;
    if (open != null) {
      open.close();
    }
  }

  private void staff(Company company) {
    for (Company.House house : Company.House.values()) {
      floors.add(new Floor(integration, house, company.pickerCodes(house), clock, settings.seed()));
    }
  }

  /** Each part of the world lives by itself: one that fails tries again at the next tick. */
  private void tick(Company company) {
    attempt("clock", clock::read);
    attempt("buyers", this::order);
    attempt("second thoughts", this::act);
    attempt("goods", () -> receive(company));
    for (Floor floor : floors) {
      attempt("floor", floor::work);
    }
    attempt("office", office::work);
  }

  private static void attempt(String what, Runnable work) {
    try {
      work.run();
    } catch (Wire.Refused e) {
      LOG.debug("The world's {} wait: {}", what, e.getMessage());
    }
  }

  /** Orders up to now; after a long pause only the last minutes are made up for. */
  private void order() {
    Instant now = clock.now();
    Instant next = diary.nextOrder();
    if (next.isBefore(now.minus(Duration.ofMinutes(30)))) {
      next = now;
    }
    long number = diary.number();
    while (!next.isAfter(now)) {
      buyers.orders(number, next).forEach(order -> book.put(order.shownAt(clock.now())));
      double seconds =
          buyers.pause(next) * -Math.log(1 - Dice.of(~settings.seed(), number).nextDouble());
      next = next.plusMillis(Math.max(50, (long) (1_000 * seconds)));
      number++;
    }
    diary.wrote(number, next);
  }

  private void act() {
    Instant now = clock.now();
    for (SimOrder order : book.due(now)) {
      SimOrder.Act act = order.next();
      if (act != null) {
        book.put(acted(order, act, now));
      }
    }
  }

  private static SimOrder acted(SimOrder order, SimOrder.Act act, Instant now) {
    boolean open = order.state() == SimOrder.State.PAID;
    Person moved = act.moved();
    return switch (act.what()) {
      case PAY -> order.paidAt(now);
      case CONFIRM -> order.at(now, SimOrder.State.DONE, null);
      case WANT_REFUND ->
          open
              ? order.wanting(now, new SimOrder.Refund("RF" + order.no(), false))
              : order.at(order.modified(), order.state(), null);
      case MOVE ->
          open && moved != null
              ? order.movedTo(now, order.buyer().livingAt(moved))
              : order.at(order.modified(), order.state(), null);
    };
  }

  private void receive(Company company) {
    Instant now = clock.now();
    if (diary.lastArrival().plus(ARRIVALS_EVERY).isBefore(now)) {
      company.stockUp(diary.arrivals() + 1);
      new Suppliers(integration, assortment).deliver(now);
      diary.arrived(now);
    }
  }
}
