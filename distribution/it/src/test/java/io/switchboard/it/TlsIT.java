package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks HTTPS itself, with a keystore made by the JDK's keytool. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsIT {

    private static final String PASSWORD = "a password of the store";
    private static final String VARIABLE = "SWITCHBOARD_TLS_KEYSTORE_PASSWORD";

    private Path folder;
    private Path keystore;
    private RunningServer server;
    private HttpClient client;

    @BeforeAll
    void start(@TempDir Path given) throws Exception {
        folder = given;
        keystore = folder.resolve("desk.p12");
        makeKeystore();
        server = ServerSetup.in(folder)
                .with("--tls-keystore", keystore.toString())
                .withEnvironment(VARIABLE, PASSWORD)
                .start();
        client = HttpClient.newBuilder().sslContext(trusting()).build();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void httpsIsServedAndBrowsersAreToldToStayWithIt() throws Exception {
        assertThat(server.address().getScheme()).isEqualTo("https");

        HttpResponse<String> answer = get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
    }

    @Test
    void theSessionCookieIsSentOverHttpsOnly() throws Exception {
        String body =
                "{\"email\":\"" + ServerSetup.ADMIN_EMAIL + "\",\"password\":\"" + ServerSetup.ADMIN_PASSWORD + "\"}";
        HttpResponse<String> signedIn = client.send(
                HttpRequest.newBuilder(server.address().resolve("/api/v1/session"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());

        assertThat(signedIn.statusCode()).isLessThan(300);
        assertThat(signedIn.headers().firstValue("Set-Cookie")).get().asString().contains("Secure", "HttpOnly");
    }

    @Test
    void whoSpeaksPlainHttpToItGetsNoAnswerOfTheDesk() throws Exception {
        URI address = server.address();
        try (Socket plain = new Socket(address.getHost(), address.getPort())) {
            plain.setSoTimeout(60_000);
            plain.getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: desk\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP/1.1 200", "UP");
        }
    }

    @Test
    void aBackupIsTakenFromItThoughNobodyHasSignedItsCertificate() {
        Path backup = folder.resolve("desk.backup");

        CommandRun run = CommandRun.of(
                "backup", backup.toString(), "--data", server.data().toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(backup).isNotEmptyFile();
    }

    @Test
    void aWrongPasswordOrNoKeystoreIsOneClearLineAndNoServer() {
        assertThat(refusal("wrong", keystore)).contains("The password does not open the keystore");
        assertThat(refusal(PASSWORD, folder.resolve("missing.p12"))).contains("There is no keystore");
    }

    private String refusal(String password, Path store) {
        CommandRun run = CommandRun.with(
                Map.of(VARIABLE, password),
                "--data",
                folder.resolve("other").toString(),
                "--port",
                "0",
                "--tls-keystore",
                store.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output().strip().lines()).hasSize(1);
        return run.output();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    private void makeKeystore() throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "desk",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=desk",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-keystore",
                        keystore.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.output").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    private SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("desk", store.getCertificate("desk"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
