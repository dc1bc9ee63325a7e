package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.SnapshotRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class EarlierPluginsTest {
    private static final Caller SOMEBODY = Caller.person(new PersonId(UUID.randomUUID()), Set.of(), "api");

    @RegisterExtension
    final PluginTestbed testbed = new PluginTestbed();

    @TempDir
    Path folder;

    private InstalledPlugins installed;
    private Installation installation;
    private EarlierPlugins earlier;

    @BeforeEach
    void make() {
        installed = testbed.installed();
        installation = testbed.installation(installed);
        earlier = testbed.earlier(installed);
    }

    private PluginRow install(String id, String version) {
        return install(ArchiveBuilder.plugin(id).header("Bundle-Version", version));
    }

    private PluginRow install(ArchiveBuilder archive) {
        return installation.install(archive.in(folder, "any.jar"), Origin.UPLOAD, SOMEBODY, SignerDemand.BOUND);
    }

    private List<String> recorded() {
        return installed.all().stream()
                .map(row -> row.id() + " " + row.version() + (row.enabled() ? "" : " stopped"))
                .toList();
    }

    private String running(String id) {
        return testbed.runtime().running().getOrDefault(id, "");
    }

    private List<String> causes() {
        return testbed.snapshots().all().stream()
                .map(snapshot -> snapshot.cause() + " " + snapshot.pluginId())
                .toList();
    }

    private long latest() {
        return testbed.snapshots().all().get(0).number();
    }

    private static void refuses(Runnable change, ErrorCode code, String reason) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(reason);
    }

    @Test
    void eachChangeLeavesASnapshotThatSaysWhoAndWhat() {
        install("front-desk", "1.0.0");
        installation.enable("front-desk", false, SOMEBODY);
        installation.enable("front-desk", true, SOMEBODY);
        installation.remove("front-desk", SOMEBODY);

        assertThat(causes())
                .containsExactly(
                        "removed front-desk", "started front-desk", "stopped front-desk", "installed front-desk");
        assertThat(testbed.snapshots().all())
                .extracting(SnapshotRow::actor)
                .containsOnly("person:" + SOMEBODY.person());
    }

    @Test
    void whatWasRefusedLeavesNoSnapshot() {
        refuses(
                () -> install(ArchiveBuilder.plugin("broken").header("Bundle-Activator", "no.such.Activator")),
                ErrorCode.PLUGIN_REFUSED,
                "no.such.Activator");

        assertThat(testbed.snapshots().all()).isEmpty();
    }

    @Test
    void theLastTwentyAreKeptAndTheArchivesOfTheOthersGo() {
        List<PluginRow> versions = IntStream.rangeClosed(1, Snapshots.KEPT + 2)
                .mapToObj(number -> install("front-desk", number + ".0.0"))
                .toList();

        assertThat(testbed.snapshots().all()).hasSize(Snapshots.KEPT);
        assertThat(versions)
                .filteredOn(row -> !testbed.archives().has(row.sha256()))
                .extracting(PluginRow::version)
                .containsExactly("1.0.0", "2.0.0");
    }

    @Test
    void goingBackBringsTheSetOfASnapshotAfterARestartToo() {
        install("front-desk", "1.0.0");
        install("back-office", "1.0.0");
        long before = latest();
        install("front-desk", "2.0.0");
        installation.remove("back-office", SOMEBODY);
        install("newcomer", "1.0.0");

        SetDifference difference = earlier.restore(before, SOMEBODY);

        assertThat(recorded()).containsExactly("back-office 1.0.0", "front-desk 1.0.0");
        assertThat(difference.removed()).extracting(PluginRow::id).containsExactly("newcomer");
        assertThat(causes()).first().isEqualTo("restored null");
        testbed.restart();
        testbed.installed().reconcile();
        assertThat(running("front-desk")).isEqualTo("1.0.0");
        assertThat(running("back-office")).isEqualTo("1.0.0");
        assertThat(running("newcomer")).isEmpty();
    }

    @Test
    void whatLayStillThenLiesStillAgain() {
        install("front-desk", "1.0.0");
        installation.enable("front-desk", false, SOMEBODY);
        long before = latest();
        installation.enable("front-desk", true, SOMEBODY);

        earlier.restore(before, SOMEBODY);

        assertThat(recorded()).containsExactly("front-desk 1.0.0 stopped");
        assertThat(testbed.plugin("front-desk").getState()).isNotEqualTo(Bundle.ACTIVE);
    }

    @Test
    void goingToWhatIsThereChangesNothing() {
        install("front-desk", "1.0.0");

        assertThat(earlier.restore(latest(), SOMEBODY).isEmpty()).isTrue();

        assertThat(testbed.snapshots().all()).hasSize(1);
    }

    @Test
    void ifOneOfThePluginsDoesNotComeUpAllIsAsItWas() {
        install("front-desk", "1.0.0");
        install("lost", "1.0.0");
        long before = latest();
        install("front-desk", "2.0.0");
        installation.remove("lost", SOMEBODY);
        install("newcomer", "1.0.0");
        breakArchive("lost", before);

        refuses(() -> earlier.restore(before, SOMEBODY), ErrorCode.PLUGIN_REFUSED, "lost: it cannot");

        assertThat(recorded()).containsExactly("front-desk 2.0.0", "newcomer 1.0.0");
        assertThat(running("front-desk")).isEqualTo("2.0.0");
        assertThat(running("newcomer")).isEqualTo("1.0.0");
        assertThat(running("lost")).isEmpty();
        assertThat(causes()).first().isEqualTo("installed newcomer");
    }

    /** Puts bytes that are no archive in the place of a plugin's in a snapshot. */
    private void breakArchive(String id, long snapshot) {
        String sha256 = testbed.snapshots().plugins(snapshot).stream()
                .filter(row -> row.id().equals(id))
                .map(PluginRow::sha256)
                .findFirst()
                .orElseThrow();
        testbed.spoil(sha256);
    }

    @Test
    void aSnapshotThatIsNotKeptIsNotFound() {
        refuses(() -> earlier.restore(7, SOMEBODY), ErrorCode.NOT_FOUND, "");
    }

    @Test
    void rollingBackTwiceGoesTwoVersionsBackAndNotForwardAgain() {
        install("front-desk", "1.0.0");
        install("front-desk", "2.0.0");
        install("front-desk", "3.0.0");

        assertThat(earlier.rollBack("front-desk", SOMEBODY).version()).isEqualTo("2.0.0");
        assertThat(earlier.rollBack("front-desk", SOMEBODY).version()).isEqualTo("1.0.0");
        assertThat(running("front-desk")).isEqualTo("1.0.0");
        refuses(
                () -> earlier.rollBack("front-desk", SOMEBODY),
                ErrorCode.PLUGIN_REFUSED,
                "has no version before 1.0.0");
    }

    @Test
    void aVersionThatWasInstalledAnewIsUndoneByRollingBack() {
        install("front-desk", "1.0.0");
        install("front-desk", "2.0.0");
        install("front-desk", "1.0.0");

        assertThat(earlier.rollBack("front-desk", SOMEBODY).version()).isEqualTo("2.0.0");
    }

    @Test
    void aStoppedPluginIsRolledBackAndStaysStopped() {
        install("front-desk", "1.0.0");
        install("front-desk", "2.0.0");
        installation.enable("front-desk", false, SOMEBODY);

        earlier.rollBack("front-desk", SOMEBODY);

        assertThat(recorded()).containsExactly("front-desk 1.0.0 stopped");
    }

    @Test
    void whatTheDistributionBringsIsOneSnapshot() {
        installation.add(ArchiveBuilder.plugin("front-desk").in(folder), Origin.OFFERED);
        installation.add(ArchiveBuilder.plugin("back-office").in(folder), Origin.OFFERED);
        installed.note(SnapshotCause.OFFERED, SOMEBODY);
        installed.note(SnapshotCause.OFFERED, SOMEBODY);

        assertThat(causes()).containsExactly("offered null");
        assertThat(testbed.snapshots().plugins(latest()))
                .extracting(PluginRow::id)
                .containsExactly("back-office", "front-desk");
    }

    @Test
    void anotherNodeFollowsToTheSnapshot() {
        install("front-desk", "1.0.0");
        long before = latest();
        install("front-desk", "2.0.0");

        testbed.earlier(testbed.installed()).restore(before, SOMEBODY);
        installed.follow();

        assertThat(recorded()).containsExactly("front-desk 1.0.0");
        assertThat(earlier.restore(before, SOMEBODY).isEmpty()).isTrue();
    }
}
