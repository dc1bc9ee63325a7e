package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.signer.SignerDemand;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PlannedHostsTest {
    private static final String CALLS = "osgi.service;filter:=\"(objectClass=io.switchboard.api.plugin.OutgoingHttp)\"";

    @RegisterExtension
    final PluginTestbed testbed = new PluginTestbed();

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void make() {
        installation = testbed.installation(testbed.installed());
    }

    private static ArchiveBuilder naming(@Nullable String hosts) {
        ArchiveBuilder archive = ArchiveBuilder.plugin("caller");
        return hosts == null ? archive : archive.header("Switchboard-Outgoing-Hosts", hosts);
    }

    private PluginPlan plan(ArchiveBuilder archive) {
        return installation.plan(archive.in(folder), SignerDemand.BOUND);
    }

    private void install(@Nullable String hosts) {
        installation.install(naming(hosts).in(folder), Origin.UPLOAD, Caller.system("test"), SignerDemand.BOUND);
    }

    @Test
    void aPlanNamesTheHostsOfANewPluginAndNoneIsMoreThanBefore() {
        PluginPlan plan = plan(naming("api.example, *.example.com"));

        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.detail().hosts())
                .containsExactly(
                        new PlannedHost("api.example", List.of("api.example"), false),
                        new PlannedHost("*.example.com", List.of("*.example.com"), false));
        assertThat(plan.notes()).noneMatch(note -> note.contains("call"));
    }

    @Test
    void aPlanSaysWhatTheVersionBeforeMayNotCall() {
        install("*.example.com");

        PluginPlan plan = plan(naming("a.example.com, b.example"));

        assertThat(plan.detail().hosts()).extracting(PlannedHost::added).containsExactly(false, true);
        assertThat(plan.notes()).contains("may call more than the version before: b.example");
    }

    @Test
    void aVersionBeforeWithoutTheHeaderMayCallNobody() {
        install(null);

        assertThat(plan(naming("*")).notes()).contains("may call more than the version before: *", "may call any host");
    }

    @Test
    void whatNamesNoHostOrNoSettingIsRefused() {
        assertThat(plan(naming("https://a.example, {nowhere}")).refusals())
                .containsExactly(
                        "has an entry in Switchboard-Outgoing-Hosts that names no host: https://a.example",
                        "names the host of a setting that it does not have in Switchboard-Outgoing-Hosts: {nowhere}");
    }

    @Test
    void whoWantsToCallAndNamesNobodyIsTold() {
        assertThat(plan(naming(null).header("Require-Capability", CALLS + ";effective:=active"))
                        .notes())
                .anyMatch(note -> note.contains("can call nobody"));
        assertThat(plan(naming(null)).notes()).noneMatch(note -> note.contains("can call nobody"));
    }
}
