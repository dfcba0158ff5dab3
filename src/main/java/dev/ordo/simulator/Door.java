package dev.ordo.simulator;

/** One company of the simulated world that answers over HTTP. */
interface Door {
  /** The first part of its paths, without slashes. */
  String path();

  /** Answers with an object that becomes JSON; as the platforms do, errors too with status 200. */
  Object answer(Ask ask);
}
