package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.store.plugin.PluginRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Filter;
import org.osgi.framework.Version;

class InstallationTest {
    private static final Caller SOMEBODY = Caller.person(new PersonId(UUID.randomUUID()), Set.of(), "api");

    @RegisterExtension
    final PluginTestbed testbed = new PluginTestbed();

    @TempDir
    Path folder;

    private InstalledPlugins installed;
    private Installation installation;

    @BeforeEach
    void make() {
        installed = testbed.installed();
        installation = testbed.installation(installed);
    }

    private PluginRow install(ArchiveBuilder archive) {
        return installation.install(archive.in(folder, "any.jar"), Origin.UPLOAD, SOMEBODY, SignerDemand.BOUND);
    }

    private List<PluginRow> recorded() {
        return testbed.store().transactions().read(() -> testbed.plugins().all());
    }

    @Test
    void aPluginRunsAndIsRecorded() {
        PluginRow row = install(ArchiveBuilder.plugin("front-desk"));

        assertThat(testbed.plugin("front-desk").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(recorded()).containsExactly(row);
        assertThat(row.sockets()).isEqualTo("[\"IntakeChannel\"]");
        assertThat(row.installedBy()).isEqualTo(String.valueOf(SOMEBODY.person()));
    }

    @Test
    void aPlanChangesNothing() {
        int before = testbed.bundles().size();

        PluginPlan plan = installation.plan(ArchiveBuilder.plugin("front-desk").in(folder), SignerDemand.BOUND);

        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.sockets()).containsExactly("IntakeChannel");
        assertThat(plan.replaces()).isNull();
        assertThat(testbed.bundles()).hasSize(before);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void aPluginThatDoesNotStartLeavesNothingBehind() {
        int before = testbed.bundles().size();

        refuses(ArchiveBuilder.plugin("broken").header("Bundle-Activator", "no.such.Activator"), "no.such.Activator");

        assertThat(testbed.bundles()).hasSize(before);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void anotherVersionTakesThePlaceOfTheFirst() {
        install(ArchiveBuilder.plugin("front-desk;singleton:=true"));
        int before = testbed.bundles().size();

        install(ArchiveBuilder.plugin("front-desk;singleton:=true").header("Bundle-Version", "2.0.0"));

        assertThat(testbed.plugin("front-desk").getVersion()).isEqualTo(Version.parseVersion("2.0.0"));
        assertThat(testbed.plugin("front-desk").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(testbed.bundles()).hasSize(before);
        assertThat(recorded()).extracting(PluginRow::version).containsExactly("2.0.0");
    }

    @Test
    void theSameVersionWithOtherContentTakesThePlaceOfTheFirst() {
        install(ArchiveBuilder.plugin("front-desk"));

        PluginRow row = install(ArchiveBuilder.plugin("front-desk").with("more", "content"));

        assertThat(testbed.plugin("front-desk").getEntry("more")).isNotNull();
        assertThat(recorded()).containsExactly(row);
    }

    @Test
    void whereTheNextVersionDoesNotStartTheFirstRunsAgain() {
        PluginRow first = install(ArchiveBuilder.plugin("front-desk"));

        refuses(
                ArchiveBuilder.plugin("front-desk")
                        .header("Bundle-Version", "2.0.0")
                        .header("Bundle-Activator", "no.such.Activator"),
                "was taken back");

        assertThat(testbed.plugin("front-desk").getVersion()).isEqualTo(Version.parseVersion("1.0.0"));
        assertThat(testbed.plugin("front-desk").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(recorded()).containsExactly(first);
    }

    @Test
    void aVersionThatCannotDoItsWorkGivesWayToTheOneBeforeThatCould() {
        PluginRow first = install(ArchiveBuilder.plugin("front-desk"));
        testbed.ail("front-desk", "2.0.0", "the lamp is out");

        refuses(ArchiveBuilder.plugin("front-desk").header("Bundle-Version", "2.0.0"), "the lamp is out");

        assertThat(testbed.plugin("front-desk").getVersion()).isEqualTo(Version.parseVersion("1.0.0"));
        assertThat(testbed.plugin("front-desk").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(recorded()).containsExactly(first);
    }

    @Test
    void whatCouldNotDoItsWorkBeforeMayBeUpgraded() {
        testbed.ail("front-desk", "1.0.0", "nobody has configured it");
        testbed.ail("front-desk", "2.0.0", "nobody has configured it");
        install(ArchiveBuilder.plugin("front-desk"));

        install(ArchiveBuilder.plugin("front-desk").header("Bundle-Version", "2.0.0"));

        assertThat(recorded()).extracting(PluginRow::version).containsExactly("2.0.0");
    }

    @Test
    void whatEndedTheServerIsLeftOutAndNamedUntilSomebodyStartsIt() {
        install(ArchiveBuilder.plugin("back-office"));
        PluginRow halting = install(ArchiveBuilder.plugin("halting"));
        testbed.crashWhileStarting("halting", halting.sha256());
        make();

        installed.reconcile();

        assertThat(testbed.plugin("back-office").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(testbed.plugin("halting").getState()).isNotEqualTo(Bundle.ACTIVE);
        assertThat(recorded())
                .filteredOn(row -> row.id().equals("halting"))
                .extracting(PluginRow::failure)
                .singleElement()
                .asString()
                .contains("the server ended");
        installation.enable("halting", true, SOMEBODY);
        assertThat(testbed.plugin("halting").getState()).isEqualTo(Bundle.ACTIVE);
        testbed.restart();
        testbed.installed().reconcile();
        assertThat(testbed.plugin("halting").getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void inSafeModeNothingRunsAndWhatIsInstalledThenRunsAtTheNextStart() {
        install(ArchiveBuilder.plugin("front-desk"));
        testbed.restartInSafeMode();
        make();
        installed.reconcile();

        install(ArchiveBuilder.plugin("back-office"));
        installation.enable("front-desk", true, SOMEBODY);
        assertThat(testbed.runtime().running()).isEmpty();

        testbed.restart();
        testbed.installed().reconcile();
        assertThat(testbed.runtime().running()).containsOnlyKeys("back-office", "front-desk");
    }

    @Test
    void afterARestartTheSamePluginsRun() {
        install(ArchiveBuilder.plugin("front-desk"));
        install(ArchiveBuilder.plugin("back-office").with("large", "z".repeat(300_000)));
        installation.enable("back-office", false, SOMEBODY);
        testbed.restart();

        testbed.installed().reconcile();

        assertThat(testbed.plugin("front-desk").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(testbed.plugin("back-office").getState()).isNotEqualTo(Bundle.ACTIVE);
        assertThat(testbed.plugin("back-office").getEntry("large")).isNotNull();
    }

    @Test
    void aPluginWhoseBytesAreGoneIsNamedAndTheOthersRun() {
        install(ArchiveBuilder.plugin("front-desk"));
        PluginRow lost = install(ArchiveBuilder.plugin("lost"));
        testbed.lose(lost.sha256());
        testbed.restart();

        testbed.installed().reconcile();

        assertThat(testbed.plugin("front-desk").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(recorded())
                .filteredOn(row -> row.id().equals("lost"))
                .singleElement()
                .extracting(PluginRow::failure)
                .asString()
                .contains("install it again");
    }

    @Test
    void aRemovedPluginIsGone() {
        install(ArchiveBuilder.plugin("front-desk"));
        installation.remove("front-desk", SOMEBODY);
        assertThat(testbed.bundles()).noneMatch(PluginBundle::is);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void aBundleThatFitsNoSocketIsRefused() {
        refuses(ArchiveBuilder.plugin("library").header("Provide-Capability", null), "is no plugin");
    }

    @Test
    void aSocketThatIsNotHereIsNamed() {
        refuses(
                ArchiveBuilder.plugin("futuristic")
                        .header("Provide-Capability", "io.switchboard.plugin;socket=Telepathy"),
                "Telepathy");
    }

    @Test
    void aPluginThatExportsTheDesksPackagesIsRefused() {
        refuses(
                ArchiveBuilder.plugin("impostor").header("Export-Package", "io.switchboard.api.desk;version=1.0"),
                "exports the package io.switchboard.api.desk");
    }

    @Test
    void aPluginThatExportsALibraryOfTheServerIsRefused() {
        refuses(
                ArchiveBuilder.plugin("impostor").header("Export-Package", "org.xml.sax;version=9.0"),
                "exports the package org.xml.sax, which only the server does");
    }

    @Test
    void nobodyGetsTheHooksOfTheFramework() {
        refuses(
                ArchiveBuilder.plugin("curious").header("Import-Package", "org.osgi.framework.hooks.service"),
                "asks for hooks of the framework");
        refuses(
                ArchiveBuilder.plugin("curious").header("Import-Package", "org.osgi.framework.hooks.weaving"),
                "others: org.osgi.framework.hooks.weaving");
    }

    @Test
    void whatIsMissingIsNamed() {
        refuses(ArchiveBuilder.plugin("needy").header("Import-Package", "com.example.nowhere"), "com.example.nowhere");
    }

    @Test
    void aPlanTellsWhatIsNeededAndGivenAndWhatIsHereInstead() {
        PluginPlan plan = installation.plan(
                ArchiveBuilder.plugin("needy")
                        .header(
                                "Import-Package",
                                "org.osgi.framework;version=\"[1.5,2)\",org.osgi.util.tracker;version=\"[99,100)\","
                                        + "com.example.perhaps;resolution:=optional")
                        .header("Export-Package", "com.example.given;version=1.2")
                        .in(folder),
                SignerDemand.BOUND);

        assertThat(plan.refusals())
                .singleElement()
                .asString()
                .startsWith(
                        "needs the package org.osgi.util.tracker (version from 99.0.0, below 100.0.0), which nothing")
                .contains("other versions are here from");
        assertThat(plan.detail().needs())
                .filteredOn(need -> need.kind().equals("osgi.wiring.package"))
                .extracting(need ->
                        need.name() + " " + need.optional() + " " + need.from().isEmpty())
                .containsExactlyInAnyOrder(
                        "org.osgi.framework false false",
                        "org.osgi.util.tracker false true",
                        "com.example.perhaps true true");
        assertThat(plan.detail().gives()).contains("osgi.wiring.package com.example.given 1.2.0");
        assertThat(plan.notes()).contains("is not signed, so that nothing says whose it is");
    }

    @Test
    void aPlanSaysWhichPluginOfAnUpdateSiteGivesWhatIsMissing() {
        testbed.offerElsewhere(new OneSite("com.example.given", "1.2"));
        installation = testbed.installation(testbed.installed());
        ArchiveBuilder needy = ArchiveBuilder.plugin("needy");

        PluginPlan fitting = installation.plan(
                needy.header("Import-Package", "com.example.given;version=\"[1.2,2)\"")
                        .in(folder),
                SignerDemand.BOUND);
        PluginPlan other = installation.plan(
                needy.header("Import-Package", "com.example.given;version=\"[2,3)\"")
                        .in(folder),
                SignerDemand.BOUND);

        assertThat(fitting.refusals())
                .singleElement()
                .asString()
                .endsWith(
                        "which nothing here gives; the plugin library 7.0.0 of the update site example gives it (by its"
                                + " index of 2026-01-01T00:00:00Z): install that first");
        assertThat(other.refusals())
                .singleElement()
                .asString()
                .endsWith("which nothing here gives; the update site gone is refused: its index is old");
    }

    /** A site with one plugin that gives a package, beside one that is not believed. */
    private record OneSite(String name, String version) implements OfferedElsewhere {
        @Override
        public void look() {
            throw new IllegalStateException("a change must not wait for a site");
        }

        @Override
        public List<Giver> givers(String kind, Filter what) {
            Map<String, Object> given = Map.of(kind, name, "version", new Version(version));
            return what.matches(given)
                    ? List.of(new Giver("example", "library", "7.0.0", Instant.parse("2026-01-01T00:00:00Z")))
                    : List.of();
        }

        @Override
        public List<String> troubles() {
            return List.of("the update site gone is refused: its index is old");
        }
    }

    @Test
    void aPlanNamesThePluginsThatAreWiredToTheVersionBefore() {
        install(ArchiveBuilder.plugin("library-desk").header("Export-Package", "com.example.given;version=1.2"));
        install(ArchiveBuilder.plugin("reader").header("Import-Package", "com.example.given"));

        PluginPlan plan = installation.plan(
                ArchiveBuilder.plugin("library-desk")
                        .header("Bundle-Version", "2.0.0")
                        .header("Export-Package", "com.example.given;version=1.3")
                        .in(folder),
                SignerDemand.BOUND);

        assertThat(plan.detail().refreshes()).containsExactly("reader");
    }

    @Test
    void theNameOfAServersBundleIsRefused() {
        refuses(ArchiveBuilder.plugin("org.apache.felix.framework"), "is that of a bundle of the server");
    }

    private void refuses(ArchiveBuilder archive, String reason) {
        assertThatThrownBy(() -> install(archive))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PLUGIN_REFUSED))
                .hasMessageContaining(reason);
    }

    /** Changes the database as another node does, whose framework is not this one. */
    private void onAnotherNode(Runnable change) {
        testbed.store().transactions().write(() -> {
            change.run();
            return testbed.revision().advance(testbed.revision().read());
        });
    }

    @Test
    void whatAnotherNodeStoppedAndRemovedDoesNotRunHereEither() {
        PluginRow front = install(ArchiveBuilder.plugin("front-desk"));
        install(ArchiveBuilder.plugin("back-office"));

        onAnotherNode(() -> testbed.plugins().put(front.with(false, null)));
        installed.follow();
        assertThat(testbed.plugin("front-desk").getState()).isNotEqualTo(Bundle.ACTIVE);

        onAnotherNode(() -> testbed.plugins().remove("back-office"));
        installed.follow();
        assertThat(testbed.bundles())
                .filteredOn(PluginBundle::is)
                .extracting(Bundle::getSymbolicName)
                .containsExactly("front-desk");
    }

    @Test
    void aChangeBuildsOnWhatAnotherNodeChangedBefore() {
        PluginRow first = install(ArchiveBuilder.plugin("front-desk"));
        PluginRow second = install(ArchiveBuilder.plugin("front-desk").header("Bundle-Version", "2.0.0"));
        onAnotherNode(() -> testbed.plugins().put(second.with(true, "a note of the other node")));

        installation.enable("front-desk", false, SOMEBODY);

        assertThat(recorded()).containsExactly(second.with(false, null));
        assertThat(second.version()).isNotEqualTo(first.version());
    }

    @Test
    void ofTwoNodesThatInstallAtOnceNeitherUndoesTheOther() {
        Installation other = testbed.installation(testbed.installed());

        for (int round = 1; round <= 3; round++) {
            String version = round + ".0.0";
            install(ArchiveBuilder.plugin("front-desk").header("Bundle-Version", version));
            other.install(
                    ArchiveBuilder.plugin("back-office")
                            .header("Bundle-Version", version)
                            .in(folder, "other.jar"),
                    Origin.UPLOAD,
                    SOMEBODY,
                    SignerDemand.BOUND);
        }

        assertThat(recorded())
                .extracting(row -> row.id() + " " + row.version())
                .containsExactly("back-office 3.0.0", "front-desk 3.0.0");
    }

    @Test
    void aStoppedPluginThatIsGoneIsNotFound() {
        assertThatThrownBy(() -> installation.enable("never-there", false, SOMEBODY))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
