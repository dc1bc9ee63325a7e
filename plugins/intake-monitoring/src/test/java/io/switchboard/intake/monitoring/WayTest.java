package io.switchboard.intake.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.lifecycle.StatusDefinition;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WayTest {
    @Test
    void aTicketIsDoneOnTheShortestWayWhateverTheStatusesAreCalled() {
        Way way =
                way("inbox queued", "queued working parked", "working parked fixed", "parked working", "fixed working");

        assertThat(way.toDone(status("inbox"))).extracting(Status::id).containsExactly("queued", "working", "fixed");
        assertThat(way.done(status("fixed"))).isTrue();
        assertThat(way.back(status("fixed"))).contains(status("working"));
    }

    @Test
    void anEndThatCanBeLeftAgainIsChosenBeforeOneThatCannot() {
        Way way = way("inbox withdrawn fixed", "fixed inbox", "withdrawn");

        assertThat(way.toDone(status("inbox"))).extracting(Status::id).containsExactly("fixed");
        assertThat(way.ended(status("withdrawn"))).isTrue();
        assertThat(way.back(status("withdrawn"))).isEmpty();
    }

    @Test
    void whereNoEndCanBeReachedThereIsNoWay() {
        assertThat(way("inbox working", "working inbox").toDone(status("inbox")))
                .isEmpty();
    }

    private static Status status(String id) {
        return new Status(id);
    }

    /** Each row is a status and those that may follow it; the first is the initial one. */
    private static Way way(String... rows) {
        Map<Status, List<Status>> edges = new LinkedHashMap<>();
        for (String row : rows) {
            List<Status> statuses =
                    Arrays.stream(row.split(" ")).map(Status::new).toList();
            edges.put(statuses.get(0), statuses.subList(1, statuses.size()));
        }
        List<StatusDefinition> definitions =
                edges.keySet().stream().map(WayTest::definition).toList();
        return new Way(new LifecycleProfile("own", "Own", definitions, edges));
    }

    private static StatusDefinition definition(Status status) {
        StatusCategory category = Set.of("fixed", "withdrawn").contains(status.id())
                ? StatusCategory.DONE
                : status.id().equals("inbox") ? StatusCategory.INITIAL : StatusCategory.ACTIVE;
        return new StatusDefinition(status, status.id(), Stage.WORKING, NextMove.AGENT, category, Set.of());
    }
}
