package dev.ordo.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.RunningServer;
import dev.ordo.address.PersonalData;
import dev.ordo.shared.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BlockListTests extends RunningServer {
  @Autowired BlockList list;
  @Autowired PersonalData personal;

  @Test
  void findsPeopleAndPlacesOfAWholeBatchAtOnce() {
    list.block(BlockKind.PHONE, "138 1234 1234", Grade.INTERCEPT, "professional claimer");
    list.block(BlockKind.PHONE, "13812341234", Grade.WARN, "second thought");
    list.block(BlockKind.RECEIVER, "receiver-key-1", Grade.INTERCEPT, "refuses parcels");
    list.mark("4403", Grade.WARN, "many refusals");
    Suspect known =
        new Suspect(1, "receiver-key-1", "b", personal.phoneHash("13812341234"), "440305");
    Suspect clean = new Suspect(2, "other", "b", "", "310104");
    var hits = list.hits(List.of(known, clean));
    assertThat(hits).containsOnlyKeys(1L);
    assertThat(hits.get(1L))
        .extracting(Hit::kind)
        .containsExactlyInAnyOrder("PHONE", "RECEIVER", "AREA");
    assertThat(hits.get(1L)).extracting(Hit::grade).contains(Grade.WARN, Grade.INTERCEPT);
    assertThat(list.entries()).extracting(BlockEntry::hint).contains("138****1234");
    list.unmark("4403");
    list.entries().forEach(entry -> list.unblock(entry.id()));
    assertThat(list.hits(List.of(known))).isEmpty();
    assertThatThrownBy(() -> list.mark("9999", Grade.WARN, "x")).isInstanceOf(Refusal.class);
  }
}
