package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.report.Report;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.store.plugin.PluginRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which plugins the desk misses at a socket, by what is installed. */
class MissedPluginsTest {
    private static final Caller SOMEBODY = Caller.person(new PersonId(UUID.randomUUID()), Set.of(), "api");

    @RegisterExtension
    final PluginTestbed testbed = new PluginTestbed();

    @TempDir
    Path folder;

    private Installation installation;
    private PluginRow front;

    @BeforeEach
    void install() {
        installation = testbed.installation(testbed.installed());
        front = installation.install(
                ArchiveBuilder.plugin("front-desk").in(folder, "any.jar"), Origin.UPLOAD, SOMEBODY, SignerDemand.BOUND);
    }

    private List<String> missed(Set<String> serving) {
        return testbed.expected().missing(IntakeChannel.class, serving);
    }

    @Test
    void whatIsToRunIsMissedUntilItServesTheSocketThatItSaysItFits() {
        assertThat(missed(Set.of())).containsExactly("front-desk");
        assertThat(missed(Set.of("front-desk"))).isEmpty();
        assertThat(testbed.expected().missing(Report.class, Set.of())).isEmpty();
    }

    @Test
    void whatDoesNotComeUpAtAStartIsMissed() {
        testbed.spoil(front.sha256());
        testbed.restart();
        testbed.expected().expect(Map.of());

        testbed.installed().reconcile();

        assertThat(testbed.runtime().running()).isEmpty();
        assertThat(missed(Set.of())).containsExactly("front-desk");
    }

    @Test
    void whatIsLeftOutSinceTheServerEndedInItsStartIsMissed() {
        testbed.crashWhileStarting("front-desk", front.sha256());
        testbed.expected().expect(Map.of());

        testbed.installed().reconcile();

        assertThat(testbed.runtime().running()).isEmpty();
        assertThat(missed(Set.of())).containsExactly("front-desk");
    }

    @Test
    void whatSomebodySwitchedOffOrTookAwayIsNotMissed() {
        installation.enable("front-desk", false, SOMEBODY);
        assertThat(missed(Set.of())).isEmpty();

        installation.enable("front-desk", true, SOMEBODY);
        assertThat(missed(Set.of())).containsExactly("front-desk");

        installation.remove("front-desk", SOMEBODY);
        assertThat(missed(Set.of())).isEmpty();
    }
}
