package io.switchboard.it.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.FairShares;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workload is shared evenly, also when many tickets are opened at a time (AS3). */
class FairSharesIT {
    @Test
    void aThousandTicketsThatAreOpened32AtATimeEndEvenlyOverTenEqualAgents(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            // Within one of each other: of a thousand over ten nobody can then have more than another.
            assertThat(new FairShares(List.of(server.administrator()))
                            .share(1_000, 32)
                            .values())
                    .hasSize(10)
                    .containsOnly(100);
        }
    }
}
