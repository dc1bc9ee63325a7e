package io.switchboard.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files over HTTP: whole and in parts, under their names, and never other bytes than were sent. */
@SwitchboardServer
class AttachmentsIT {
    private static final String FILES = "/api/v1/attachments";
    private static final int LARGE = 3 << 20;

    private RunningServer server;
    private Http administrator;

    @BeforeEach
    void signIn(RunningServer running) {
        server = running;
        administrator = running.administrator();
    }

    @Test
    void aFileComesBackAsItWasSentWithATagThatSparesTheNextTime() {
        byte[] content = bytes(LARGE);
        JsonNode file = sent("large.bin", content);

        Response whole = get(file, Map.of()).expect(200);
        String tag = whole.header("ETag").orElseThrow();

        assertThat(whole.bytes()).isEqualTo(content);
        assertThat(whole.header("Accept-Ranges")).contains("bytes");
        assertThat(get(file, Map.of("If-None-Match", tag)).expect(304).bytes()).isEmpty();
        assertThat(get(file, Map.of("If-None-Match", "\"other\"")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=10-19, 10, 19",
        "bytes=3145720-, 3145720, 3145727",
        "bytes=-5, 3145723, 3145727",
        "bytes=3145700-9999999999, 3145700, 3145727",
        "bytes=-9999999999, 0, 3145727",
    })
    void aPartIsGiven(String range, int first, int last) {
        byte[] content = bytes(LARGE);
        JsonNode file = sent("large.bin", content);

        Response part = get(file, Map.of("Range", range)).expect(206);

        assertThat(part.header("Content-Range")).contains("bytes " + first + "-" + last + "/" + LARGE);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(content, first, last + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=3145728-", "bytes=-0", "bytes=9999999999-"})
    void aPartThatTheFileDoesNotHaveIsRefused(String range) {
        JsonNode file = sent("large.bin", bytes(LARGE));

        Response refused = get(file, Map.of("Range", range)).expect(416);

        assertThat(refused.header("Content-Range")).contains("bytes */" + LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-2", "bytes=a-b", "lines=1-2", "bytes=0-1,4-5", "bytes=-"})
    void aRangeThatIsNotUnderstoodGivesTheWholeFile(String range) {
        JsonNode file = sent("small.txt", "the whole".getBytes(StandardCharsets.UTF_8));

        assertThat(get(file, Map.of("Range", range)).expect(200).text()).isEqualTo("the whole");
    }

    @Test
    void aPartOfAnotherVersionIsNotGiven() {
        JsonNode file = sent("small.txt", "0123456789".getBytes(StandardCharsets.UTF_8));
        String tag = get(file, Map.of()).header("ETag").orElseThrow();

        assertThat(get(file, Map.of("Range", "bytes=2-3", "If-Range", tag))
                        .expect(206)
                        .text())
                .isEqualTo("23");
        assertThat(get(file, Map.of("Range", "bytes=2-3", "If-Range", "\"other\""))
                        .expect(200)
                        .text())
                .isEqualTo("0123456789");
    }

    @Test
    void headTellsWhatGetWouldWithoutTheContent() {
        JsonNode file = sent("small.txt", "0123456789".getBytes(StandardCharsets.UTF_8));

        Response head = administrator.send("HEAD", path(file), BodyPublishers.noBody(), Map.of());

        assertThat(head.expect(200).bytes()).isEmpty();
        assertThat(head.header("Content-Length")).contains("10");
        assertThat(head.header("ETag")).isEqualTo(get(file, Map.of()).header("ETag"));
    }

    @Test
    void anEmptyFileIsAFile() {
        JsonNode file = sent("empty.txt", new byte[0]);

        assertThat(get(file, Map.of()).expect(200).bytes()).isEmpty();
        assertThat(get(file, Map.of("Range", "bytes=0-")).status()).isEqualTo(416);
    }

    @Test
    void aNameInAnyScriptIsTheNameUnderWhichItIsSaved() {
        String name = "Größe \u00a7 5 (50%) 'a' *\ud83d\ude00 \u65e5\u672c.txt";
        JsonNode file = sent(name, new byte[] {1});

        String disposition = get(file, Map.of()).header("Content-Disposition").orElseThrow();

        assertThat(disposition)
                .startsWith("attachment; filename=\"Gr__e _ 5 (50_) _a_ __")
                .contains("filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%C2%A7%205%20%2850%25%29%20%27a%27%20_%F0%9F%98%80%20");
        assertThat(disposition.chars()).allMatch(character -> character >= 0x20 && character < 0x7f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a\r\nSet-Cookie: b=c", "\"; filename=\"evil.exe", "\u202egpj.exe"})
    void aNameThatIsATrickIsANameOnly(String name) {
        JsonNode file = sent(name, new byte[] {1});

        Response response = get(file, Map.of()).expect(200);

        assertThat(response.header("Set-Cookie")).isEmpty();
        assertThat(response.header("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"[^\"/\\\\]*\"; filename\\*=UTF-8''[A-Za-z0-9%._-]*");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, LARGE})
    void aFileThatWasDamagedOnTheDiskIsNeverGivenAsIfItWereWhole(int size) throws IOException {
        byte[] content = bytes(size);
        JsonNode file = sent("soon-damaged.bin", content);
        Path blob = blob(file);
        content[size / 2] ^= 1;
        Files.write(blob, content);

        boolean small = size == 1_000;
        if (small) {
            assertThat(get(file, Map.of()).expect(503).json().path("type").asText())
                    .endsWith("storage-unavailable");
        } else {
            assertThatThrownBy(() -> get(file, Map.of())).isInstanceOf(UncheckedIOException.class);
        }
        assertThat(get(file, Map.of("Range", "bytes=0-9")).status()).isEqualTo(503);
        assertThat(server.log())
                .contains("is damaged")
                .contains(file.path("sha256").asText());
        Files.delete(blob);
        assertThat(get(file, Map.of()).status()).isEqualTo(503);
    }

    private Path blob(JsonNode file) {
        String sha256 = file.path("sha256").asText();
        return server.data().resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private JsonNode sent(String name, byte[] content) {
        String query =
                "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return administrator
                .send(
                        "POST",
                        FILES + query,
                        BodyPublishers.ofByteArray(content),
                        Map.of("Content-Type", "application/octet-stream"))
                .expect(201)
                .json();
    }

    private Response get(JsonNode file, Map<String, String> headers) {
        return administrator.send("GET", path(file), BodyPublishers.noBody(), headers);
    }

    private static String path(JsonNode file) {
        return FILES + "/" + file.path("id").asText();
    }

    /** Other bytes each time, so that no two tests have the same content. */
    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random().nextBytes(bytes);
        return bytes;
    }
}
