package io.switchboard.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.FairShares;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workload is shared evenly over two nodes, too (AS3). */
class FairSharesOnTwoNodesIT {
    @Test
    void aThousandTicketsThatAreOpened32AtATimeOverBothEndEvenlyOverTenEqualAgents(@TempDir Path folder)
            throws IOException {
        try (TwoNodes nodes = TwoNodes.in(folder)) {
            // Within one of each other: of a thousand over ten nobody can then have more than another.
            assertThat(new FairShares(nodes.callers()).share(1_000, 32).values())
                    .hasSize(10)
                    .containsOnly(100);
        }
    }
}
