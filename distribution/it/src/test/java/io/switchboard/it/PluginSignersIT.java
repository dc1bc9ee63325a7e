package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.VendorKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A plugin is bound to who signed it, until an administrator says otherwise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginSignersIT {
    private static final String SIGNERS = "/api/v1/plugin-signers";

    private final VendorKey vendor = VendorKey.of("Vendor");
    private final VendorKey other = VendorKey.of("Other");
    private RunningServer server;
    private Http administrator;
    private Plugins plugins;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        begin();
    }

    private void begin() {
        administrator = server.administrator();
        plugins = new Plugins(administrator);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static byte[] archive(String id, String version) {
        return Plugins.archive(id, "IntakeChannel", version);
    }

    private JsonNode plan(String query, byte[] archive) {
        return plugins.upload("?dryRun=true" + query, archive).expect(200).json();
    }

    private String standing(byte[] archive) {
        return plan("", archive).at("/trust/standing").asText();
    }

    private String boundTo(String id) {
        return Json.list(administrator.get(SIGNERS).expect(200).json().path("bindings")).stream()
                .filter(binding -> binding.path("plugin").asText().equals(id))
                .map(binding -> binding.path("signer").asText())
                .findFirst()
                .orElse("nobody");
    }

    private void trust(List<Map<String, Object>> signers) {
        administrator
                .with("If-Match", "*")
                .put(SIGNERS, Map.of("signers", signers))
                .expect(200);
    }

    @Test
    void anUpgradeByAnotherSignerIsRefusedOverRestartsUntilAnAdministratorBindsAnew() throws IOException {
        byte[] first = vendor.sign(archive("signed-by", "1.0.0"));
        byte[] foreign = other.sign(archive("signed-by", "2.0.0"));
        assertThat(standing(first)).isEqualTo("first");
        plugins.upload("", first).expect(201);
        plugins.caller().delete(Plugins.path("signed-by", "")).expect(204);
        server.kill9();
        server.startAgain();
        begin();

        assertThat(boundTo("signed-by")).isEqualTo("CN=Vendor");
        assertThat(standing(vendor.sign(archive("signed-by", "1.1.0")))).isEqualTo("bound");
        assertThat(plugins.upload("", archive("signed-by", "2.0.0")).expect(422).text())
                .contains("is not signed, but the plugin signed-by is bound to CN=Vendor");
        assertThat(plan("", foreign).path("possible").asBoolean()).isFalse();
        plugins.upload("", foreign).expect(422);
        assertThat(plugins.states()).noneMatch(state -> state.startsWith("signed-by"));
        byInstallingFromACommandLine(foreign);

        assertThat(boundTo("signed-by")).isEqualTo("CN=Other");
        plugins.upload("", vendor.sign(archive("signed-by", "3.0.0"))).expect(422);
        assertThat(administrator
                        .get("/api/v1/audit?kind=plugin.signer_bound")
                        .expect(200)
                        .text())
                .contains("plugin:signed-by", "CN=Vendor", "CN=Other");
    }

    private void byInstallingFromACommandLine(byte[] foreign) throws IOException {
        Path file = Files.write(server.data().resolve("foreign.jar"), foreign);
        String data = server.data().toString();
        CommandRun refused = CommandRun.of("plugin", "plan", file.toString(), "--data", data);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("is bound to CN=Vendor", "'--rebind' binds the plugin to it");
        CommandRun bound = CommandRun.of("plugin", "install", file.toString(), "--rebind", "--yes", "--data", data);
        assertThat(bound.exitCode()).as(bound.output()).isZero();
        assertThat(bound.output()).contains("bound to it instead of CN=Vendor", "signed-by 2.0.0 is active");
    }

    @Test
    void whoIsTrustedForAPluginIsDemandedFromTheStartAndCanBeWithdrawn() {
        byte[] signed = vendor.sign(archive("com.example.ours", "1.0.0"));
        String fingerprint = plan("", signed).at("/signature/fingerprint").asText();
        trust(List.of(Map.of("name", "Example", "fingerprint", fingerprint, "plugins", List.of("com.example.*"))));

        assertThat(plugins.upload("", archive("com.example.ours", "1.0.0"))
                        .expect(422)
                        .text())
                .contains("is trusted only from Example");
        assertThat(standing(archive("com.elsewhere.theirs", "1.0.0"))).isEqualTo("unsigned");
        assertThat(plan("", signed).at("/trust/trustedAs").asText()).isEqualTo("Example");
        plugins.upload("", signed).expect(201);

        trust(List.of(Map.of("name", "Example", "fingerprint", fingerprint, "withdrawn", true)));
        byte[] upgrade = vendor.sign(archive("com.example.ours", "1.1.0"));
        assertThat(plugins.upload("?rebind=true", upgrade).expect(422).text()).contains("do not trust any more");
        assertThat(plugins.running("com.example.ours")).isEqualTo("1.0.0");
        trust(List.of());
        plugins.upload("", upgrade).expect(201);
    }

    @Test
    void whatIsPutIntoTheFolderMustBeSignedToo() throws IOException {
        plugins.upload("", vendor.sign(archive("from-two", "1.0.0"))).expect(201);
        Path file = server.data().resolve("plugins/from-two.jar");

        Files.write(file, archive("from-two", "2.0.0"));

        Patience.until(
                "the file is refused",
                () -> plugins.list()
                        .at("/refused/from-two.jar")
                        .asText()
                        .contains("is not signed, but the plugin from-two is bound to CN=Vendor"));
        Files.delete(file);
        administrator.post(SIGNERS + "/from-two/release", "").expect(204);
        assertThat(boundTo("from-two")).isEqualTo("nobody");
        administrator.post(SIGNERS + "/from-two/release", "").expect(404);
        plugins.upload("", archive("from-two", "2.0.0")).expect(201);
    }

    @Test
    void whatNobodySignedIsInTheAuditLogAsThat() {
        plugins.upload("", archive("by-nobody", "1.0.0")).expect(201);

        assertThat(administrator
                        .get("/api/v1/audit?kind=plugin.installed")
                        .expect(200)
                        .text())
                .contains("plugin:by-nobody", "unsigned");
    }

    @Test
    void onlyAdministratorsSayWhoseSignatureIsTaken() {
        server.http().get(SIGNERS).expect(401);
        server.http().put(SIGNERS, Map.of("signers", List.of())).expect(401);
        server.http().post(SIGNERS + "/any/release", "").expect(401);
        administrator.put(SIGNERS, Map.of("signers", List.of())).expect(428);
        Map<String, Object> wrong = Map.of("name", "x", "fingerprint", "AB", "plugins", List.of("**"));
        assertThat(administrator
                        .with("If-Match", "*")
                        .put(SIGNERS, Map.of("signers", List.of(wrong)))
                        .expect(400)
                        .text())
                .contains("signers[0].fingerprint", "signers[0].plugins");
        administrator.with("If-Match", "*").put(SIGNERS, Map.of()).expect(400);
    }
}
