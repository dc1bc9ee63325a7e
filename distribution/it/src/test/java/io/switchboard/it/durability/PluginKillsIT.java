package io.switchboard.it.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server while a plugin with tables of its own is installed, upgraded, rolled back or removed: the next start finds what
 * was before or what was to be. The system property {@code switchboard.it.plugin.kills} says how often: 4 times in every build,
 * 200 with {@code -Pendurance}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginKillsIT {

    private static final int KILLS = Integer.getInteger("switchboard.it.plugin.kills", 4);
    private static final int LONGEST_WAIT = 400;
    private static final String PLUGIN = "keeps-notes";
    private static final String NONE = "none";
    private static final String FIRST = "1.0.0";
    private static final String SECOND = "2.0.0";
    private static final String NOTE =
            "create table if not exists ${prefix}note (id uuid not null primary key, body varchar(200));\n";
    private static final String MORE = "alter table ${prefix}note add column if not exists more varchar(10);\n";
    private static final String ACTIVATOR = """
            package broken;
            import io.switchboard.api.plugin.PluginHealth;
            import org.osgi.framework.*;
            public final class Activator implements BundleActivator {
                public void start(BundleContext context) {
                    PluginHealth health = () -> new PluginHealth.State(PluginHealth.Grade.GREEN, "%s");
                    context.registerService(PluginHealth.class, health, null);
                }
                public void stop(BundleContext context) {}
            }
            """;

    private final Random random = new Random(20261129);
    private final Instant begun = Instant.now();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<Duration> readyAgain = new ArrayList<>();
    private byte[] first;
    private byte[] second;
    private RunningServer server;
    private Http administrator;

    /** A change of the plugin, and the versions that the next start may find. */
    private enum Change {
        INSTALL(NONE, FIRST),
        UPGRADE(FIRST, SECOND),
        ROLL_BACK(SECOND, FIRST),
        REMOVE(FIRST, NONE);

        final String before;
        final String after;

        Change(String before, String after) {
            this.before = before;
            this.after = after;
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        first = archive(FIRST, Map.of("migrations/0001_note.sql", NOTE));
        second = archive(SECOND, Map.of("migrations/0001_note.sql", NOTE, "migrations/0002_more.sql", MORE));
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static byte[] archive(String version, Map<String, String> migrations) {
        return CompiledPlugin.archive(
                PLUGIN,
                version,
                "IntakeChannel",
                "io.switchboard.api.plugin",
                ACTIVATOR.formatted(version),
                migrations);
    }

    @Test
    void aKillDuringAChangeOfAPluginLeavesTheOldOrTheNewAndTheDeskWorks() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            Change change = Change.values()[kill % Change.values().length];
            bringTo(change.before);
            killDuring(change);
            Instant killed = Instant.now();
            server.startAgain();
            readyAgain.add(Duration.between(killed, Instant.now()));
            administrator = server.administrator();
            String found = found();
            assertThat(found).as("after a kill during " + change).isIn(change.before, change.after);
            outcomes.merge(change + (found.equals(change.before) ? ": old" : ": new"), 1, Integer::sum);
            new Tickets(administrator).open("Opened after kill " + kill);
        }
        bringTo(SECOND);
        server.stop();
        assertThat(server.command("verify-history").exitCode()).isZero();
        report();
    }

    private void killDuring(Change change) throws InterruptedException {
        Http doomed = administrator;
        Thread changing = new Thread(() -> {
            try {
                carryOut(doomed, change);
            } catch (UncheckedIOException serverIsGone) {
                Thread.yield();
            }
        });
        changing.start();
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LONGEST_WAIT)).toNanos());
        server.kill9();
        changing.join();
    }

    private void carryOut(Http caller, Change change) {
        switch (change) {
            case INSTALL -> new Plugins(caller).upload("", first).expect(201);
            case UPGRADE -> new Plugins(caller).upload("", second).expect(201);
            case ROLL_BACK -> caller.post(Plugins.path(PLUGIN, "/rollback"), "").expect(200);
            case REMOVE -> caller.delete(Plugins.path(PLUGIN, "")).expect(204);
        }
    }

    /** Brings the plugin to a version, the way there never a rollback. */
    private void bringTo(String version) {
        if (found().equals(version)) {
            return;
        }
        if (!found().equals(NONE)) {
            carryOut(administrator, Change.REMOVE);
        }
        if (!version.equals(NONE)) {
            carryOut(administrator, Change.INSTALL);
        }
        if (version.equals(SECOND)) {
            carryOut(administrator, Change.UPGRADE);
        }
    }

    /** Returns the version that is installed, runs and is healthy, or that there is none; fails if it is anything in between. */
    private String found() {
        if (administrator.get(Plugins.path(PLUGIN, "")).status() == 404) {
            return NONE;
        }
        JsonNode plugin =
                administrator.get(Plugins.path(PLUGIN, "")).expect(200).json();
        String version = plugin.path("version").asText();
        assertThat(plugin.path("state").asText()).as(plugin.toString()).isEqualTo("active");
        assertThat(plugin.path("runningVersion").asText()).isEqualTo(version);
        assertThat(Set.of(FIRST, SECOND)).contains(version);
        return version;
    }

    private void report() throws IOException {
        ReportPage page = new ReportPage("Kills while a plugin is changed", begun);
        page.row("kills (SIGKILL), at most " + LONGEST_WAIT + " ms after the request", readyAgain.size());
        outcomes.forEach((outcome, times) -> page.row("found after the kill, " + outcome, times));
        page.row("found half", 0);
        List<Duration> sorted = readyAgain.stream().sorted().toList();
        page.row("ready again, median", ReportPage.seconds(sorted.get(sorted.size() / 2)));
        page.row("ready again, longest", ReportPage.seconds(sorted.get(sorted.size() - 1)));
        page.write("plugin-kills");
    }
}
