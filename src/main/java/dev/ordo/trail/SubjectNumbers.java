package dev.ordo.trail;

import dev.ordo.rules.Subject;
import java.util.List;

/** Finds what people know by a number of its own, such as an order by that of its shop. */
public interface SubjectNumbers {
  List<Subject> find(String number);
}
