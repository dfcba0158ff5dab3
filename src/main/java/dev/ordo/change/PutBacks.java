package dev.ordo.change;

import dev.ordo.access.People;
import dev.ordo.desk.Task;
import dev.ordo.desk.Tasks;
import dev.ordo.desk.WhenDone;
import dev.ordo.fulfilment.Interceptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goods that were called back are booked back to their places, when a person or a device says so.
 */
@Component
public class PutBacks implements WhenDone {
  private final Interceptions interceptions;
  private final ObjectProvider<Tasks> tasks;
  private final People people;

  PutBacks(Interceptions interceptions, ObjectProvider<Tasks> tasks, People people) {
    this.interceptions = interceptions;
    this.tasks = tasks;
    this.people = people;
  }

  /** A device says it: the task is done with it. */
  @Transactional
  public void lieBack(long consignmentId) {
    if (interceptions.putBack(consignmentId, people.actor().login())) {
      tasks.getObject().close(Recalls.key(consignmentId), "put back");
    }
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
