package dev.ordo.desk;

/** What a module books when a person says that a task of its kind is done. */
public interface WhenDone {
  /** The {@link NewTask#kind} it answers for. */
  String kind();

  /** Runs in the transaction that closes the task, once; a Refusal leaves it open. */
  void done(Task task);
}
