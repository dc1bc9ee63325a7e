package io.switchboard.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import org.junit.jupiter.api.Test;

class WayTest {
    private final LifecycleProfile standard =
            new Lifecycle().find(Lifecycle.STANDARD).orElseThrow();

    @Test
    void theShortestWayPassesOnlyWhereTheDeskWorks() {
        assertThat(Way.shortest(standard, Status.NEW, Status.RESOLVED))
                .hasValueSatisfying(way -> assertThat(way).containsExactly(Status.ASSIGNED, Status.RESOLVED));
        assertThat(Way.shortest(standard, Status.WAITING_FOR_CUSTOMER, Status.RESOLVED))
                .hasValueSatisfying(way -> assertThat(way).containsExactly(Status.RESOLVED));
    }

    @Test
    void noWayLeadsThroughWhatIsSolved() {
        assertThat(Way.shortest(standard, Status.NEW, Status.CLOSED)).isEmpty();
        assertThat(Way.shortest(standard, Status.ARCHIVED, Status.RESOLVED)).isEmpty();
    }
}
