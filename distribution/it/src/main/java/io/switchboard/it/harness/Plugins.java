package io.switchboard.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What tests do with plugins over HTTP, as one caller. */
public record Plugins(Http caller) {

    /** What the body of an upload is. */
    public static final Map<String, String> ARCHIVE = Map.of("Content-Type", "application/java-archive");

    private static final String PATH = "/api/v1/plugins";

    /** Returns the archive of a plugin without any code. */
    public static byte[] archive(String id, String socket, String version) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(("Manifest-Version: 1.0\r\nBundle-ManifestVersion: 2\r\nBundle-SymbolicName: " + id
                            + "\r\nBundle-Version: " + version + "\r\nProvide-Capability: io.switchboard.plugin;socket="
                            + socket + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("about.txt")); // a signature needs something to be of
            zip.write(id.getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    /** Returns the archive of an example of the plugin guide, which stands beside the server. */
    public static byte[] example(String id) {
        try (Stream<Path> built = Files.list(Path.of("../../plugins", id, "target"))) {
            return Files.readAllBytes(
                    built.filter(file -> String.valueOf(file.getFileName()).matches(id + "-.*\\.jar"))
                            .findFirst()
                            .orElseThrow());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Sends an archive; the query is empty or {@code ?dryRun=true}. */
    public Response upload(String query, byte[] archive) {
        return caller.send("POST", PATH + query, BodyPublishers.ofByteArray(archive), ARCHIVE);
    }

    /** Installs a plugin of the distribution's folder {@code optional}. */
    public void install(String id) {
        try (Stream<Path> files = Files.list(Distribution.home().resolve("optional"))) {
            Path archive = files.filter(
                            file -> String.valueOf(file.getFileName()).startsWith(id + "-"))
                    .findFirst()
                    .orElseThrow();
            upload("", Files.readAllBytes(archive)).expect(201);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Changes a plugin's settings, whoever changed them before. */
    public void set(String id, Map<String, ?> values) {
        caller.with("If-Match", "*")
                .put(path(id, "/settings"), Map.of("values", values))
                .expect(200);
    }

    /** Reads the list. */
    public JsonNode list() {
        return caller.get(PATH).expect(200).json();
    }

    /** Returns the id and the state of each plugin on the node that is asked, with a space between. */
    public List<String> states() {
        return Json.list(list().path("items")).stream()
                .map(plugin ->
                        plugin.path("id").asText() + " " + plugin.path("state").asText())
                .toList();
    }

    /** Returns the version of a plugin that runs on the node that is asked, or an empty text. */
    public String running(String id) {
        return Json.list(list().path("items")).stream()
                .filter(plugin -> plugin.path("id").asText().equals(id))
                .map(plugin -> plugin.path("runningVersion").asText(""))
                .findFirst()
                .orElse("");
    }

    /** The address of a plugin, or of something of it. */
    public static String path(String id, String part) {
        return PATH + "/" + id + part;
    }
}
