package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.intake.IntakeChannel;
import org.junit.jupiter.api.Test;

/** What every {@link IntakeChannel} must do. */
public interface IntakeChannelContract {
    /** Returns the channel under test. */
    IntakeChannel testee();

    /** Tickets carry the id for ever. */
    @Test
    default void hasAStableId() throws Exception {
        Checks.id(() -> testee().id(), 40);
    }

    /** A person reads the name. */
    @Test
    default void hasANameForPeople() {
        Checks.line(testee().name(), "name");
    }

    /** What it can do does not change. */
    @Test
    default void saysWhatItCanDo() throws Exception {
        IntakeChannel channel = testee();
        assertThat(Checks.sameOnEveryThread(channel::abilities)).doesNotContainNull();
    }
}
