package io.switchboard.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.store.plugin.PluginRow;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class NamedHostsTest {
    private static final Caller SOMEBODY = Caller.person(new PersonId(UUID.randomUUID()), Set.of(), "api");

    @RegisterExtension
    final PluginTestbed testbed = new PluginTestbed();

    @TempDir
    Path folder;

    private PluginRow install(ArchiveBuilder archive) {
        return testbed.installation(testbed.installed())
                .install(archive.in(folder, "any.jar"), Origin.UPLOAD, SOMEBODY, SignerDemand.BOUND);
    }

    private NamedHosts named() {
        return new NamedHosts(testbed.archives());
    }

    @Test
    void anArchiveIsReadOnceItIsReplacedToo() {
        PluginRow first = install(
                ArchiveBuilder.plugin("caller").header("Switchboard-Outgoing-Hosts", "api.example.com, *.example.net"));
        install(ArchiveBuilder.plugin("caller").header("Bundle-Version", "2.0.0"));

        assertThat(named().of(first)).containsExactly("api.example.com", "*.example.net");
    }

    @Test
    void whoNamesNobodyHasNone() {
        assertThat(named().of(install(ArchiveBuilder.plugin("quiet")))).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNotKnown() {
        PluginRow spoiled = install(ArchiveBuilder.plugin("spoiled").header("Switchboard-Outgoing-Hosts", "*"));
        testbed.spoil(spoiled.sha256());

        assertThat(named().of(spoiled)).isNull();
    }
}
