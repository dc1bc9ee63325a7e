package io.switchboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsKeystoreTest {

    private static final String PASSWORD = "a password of the store";
    private static final String VARIABLE = "SWITCHBOARD_TLS_KEYSTORE_PASSWORD";

    @TempDir
    Path folder;

    private Path store;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        store = folder.resolve("desk.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "desk",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=help.example.org",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.output").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    @Test
    void theWebServerIsToldOfTheStoreThatIsNamed() throws Exception {
        TlsKeystore keystore = TlsKeystore.choose(line(Map.of(VARIABLE, PASSWORD), "--tls-keystore", store.toString()))
                .orElseThrow();

        assertThat(keystore.properties())
                .containsEntry("org.apache.felix.https.keystore", store.toString())
                .containsEntry("org.apache.felix.https.keystore.password", PASSWORD);
        assertThat(keystore.certificate().getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void thePasswordMayStandInAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), PASSWORD + "\n");

        assertThat(TlsKeystore.choose(line(
                        Map.of(), "--tls-keystore", store.toString(), "--tls-keystore-password-file", file.toString())))
                .isPresent();
    }

    @Test
    void withoutAKeystoreThereIsNoTls() throws Exception {
        assertThat(TlsKeystore.choose(line(Map.of()))).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedWithOneLineThatSaysWhatToDo() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.p12"), "no keystore");

        assertRefused(Map.of(VARIABLE, "wrong"), "does not open the keystore", store);
        assertRefused(Map.of(), "needs the keystore's password", store);
        assertRefused(Map.of(VARIABLE, PASSWORD), "There is no keystore", folder.resolve("missing.p12"));
        assertRefused(Map.of(VARIABLE, PASSWORD), "is no PKCS #12 file", nonsense);
        assertRefused(
                Map.of(VARIABLE, PASSWORD, "SWITCHBOARD_PUBLIC_ADDRESS", "http://help.example.org"),
                "must begin with https://",
                store);
    }

    private static void assertRefused(Map<String, String> environment, String reason, Path store) throws Exception {
        CommandLine line = line(environment, "--tls-keystore", store.toString());
        assertThatThrownBy(() -> TlsKeystore.choose(line))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("\n");
    }

    private static CommandLine line(Map<String, String> environment, String... arguments) throws StartFailure {
        return CommandLine.parse(List.of(arguments), environment);
    }
}
