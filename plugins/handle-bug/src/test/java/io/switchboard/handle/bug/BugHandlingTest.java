package io.switchboard.handle.bug;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.handling.SpecialHandling.HandlingQuestion;
import io.switchboard.testkit.SpecialHandlingContract;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.data.TicketBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class BugHandlingTest implements SpecialHandlingContract {
    @Override
    public BugHandling testee() {
        return new BugHandling(BugBench.usual().rules);
    }

    @Override
    public HandlingQuestion special() {
        return asking(Samples.ticket(1).about("bug/crash", null));
    }

    private static HandlingQuestion asking(TicketBuilder ticket) {
        return new HandlingQuestion(ticket.build(), Samples.customer(1).build(), List.of());
    }

    @Test
    void aDefectIsMarkedAfterSecurityAndImportanceAndNothingElseIsDecided() {
        assertThat(testee().mark()).isEqualTo("bug");
        assertThat(testee().precedence()).isEqualTo(300);
        assertThat(testee().judge(special())).hasValueSatisfying(advice -> {
            assertThat(advice.confidential()).isFalse();
            assertThat(advice.team()).isNull();
            assertThat(advice.minimumPriority()).isNull();
        });
    }

    @Test
    void aConfirmedDefectIsOneWhateverItsCategory() {
        assertThat(testee().judge(asking(Samples.ticket(1).tags(BugBench.TAG)))).isPresent();
        assertThat(testee().judge(asking(Samples.ticket(1).about("bugs-bunny", null))))
                .isEmpty();
    }
}
