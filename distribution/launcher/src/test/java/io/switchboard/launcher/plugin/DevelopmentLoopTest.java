package io.switchboard.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentLoopTest {

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private String answer = "201 {\"id\":\"bell\",\"version\":\"1.0.0\",\"state\":\"active\"}";
    private HttpServer server;
    private DevelopmentLoop loop;

    @BeforeEach
    void haveAServer() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        PluginOrder order = PluginOrder.parse(List.of("develop", folder.toString()));
        DeskConnection desk = DeskConnection.toServer(
                "http://127.0.0.1:" + server.getAddress().getPort(), order, Map.of("SWITCHBOARD_TOKEN", "a-token"));
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        loop = new DevelopmentLoop(folder, desk, new Terminal(new ByteArrayInputStream(new byte[0]), out, out));
    }

    @AfterEach
    void endIt() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] bytes = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void build(String classes) throws IOException {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\r\n\r\n");
        Files.writeString(folder.resolve("A.class"), classes);
    }

    private void looks(int times) throws Exception {
        for (int look = 0; look < times; look++) {
            loop.look();
        }
    }

    @Test
    void whatRestsIsInstalledOnceAndAgainWhenItChanged() throws Exception {
        looks(3);
        assertThat(asked).as("without a manifest there is nothing to install").isEmpty();

        build("one");
        looks(1);
        assertThat(asked).as("a build may still be writing").isEmpty();
        looks(3);
        assertThat(asked).containsExactly("POST /api/v1/plugins?dryRun=false");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("bell 1.0.0 is active after");

        build("two, and more");
        looks(3);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatIsRefusedIsToldAndTheNextChangeIsTaken() throws Exception {
        answer = "422 {\"detail\":\"The plugin needs the package a.b\"}";
        build("one");
        looks(3);
        assertThat(asked).as("the same is not sent again").hasSize(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("needs the package a.b");

        answer = "201 {\"id\":\"bell\",\"version\":\"1.0.0\",\"state\":\"active\"}";
        build("two, and more");
        looks(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("is active");
    }
}
