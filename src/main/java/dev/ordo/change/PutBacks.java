package dev.ordo.change;

import dev.ordo.access.People;
import dev.ordo.desk.Task;
import dev.ordo.desk.WhenDone;
import dev.ordo.fulfilment.Interceptions;
import org.springframework.stereotype.Component;

/** A put-back task that is done books the goods back to their places. */
@Component
class PutBacks implements WhenDone {
  private final Interceptions interceptions;
  private final People people;

  PutBacks(Interceptions interceptions, People people) {
    this.interceptions = interceptions;
    this.people = people;
  }

  @Override
  public String kind() {
    return Recalls.PUT_BACK;
  }

  @Override
  public void done(Task task) {
    interceptions.putBack(task.subjectId(), people.actor().login());
  }
}
