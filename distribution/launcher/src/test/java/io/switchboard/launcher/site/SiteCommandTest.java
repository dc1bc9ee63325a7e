package io.switchboard.launcher.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.switchboard.launcher.folder.StartFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SiteCommandTest {
    private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Path site;
    private Path key;

    @BeforeEach
    void haveAFolderWithAnArchive() throws IOException {
        site = Files.createDirectories(folder.resolve("site"));
        key = folder.resolve("key");
        archive("notify-1.0.0.jar", "notify", "1.0.0");
    }

    @Test
    void aKeyIsMadeOnceForItsOwnerAloneAndItsPublicPartShown() throws Exception {
        run(FIRST, "key", key.toString());
        String shown = out.toString(StandardCharsets.UTF_8);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        run(FIRST, "key", key.toString());
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(shown + shown);
        assertThat(shown).doesNotContain("PRIVATE");
    }

    @Test
    void whatIsBuiltIsSignedAndSaysWhatThereIs() throws Exception {
        Files.writeString(
                site.resolve("notify-1.0.0.jar.json"), "{\"changelog\":\"first\",\"withdrawn\":\"loses mail\"}");

        build(FIRST);

        assertThat(signatureFits()).isTrue();
        JsonObject index = index();
        assertThat(index.get("serial").getAsLong()).isEqualTo(1);
        assertThat(index.get("expiresAt").getAsString()).isEqualTo("2026-03-31T08:00:00Z");
        JsonObject plugin = index.getAsJsonArray("plugins").get(0).getAsJsonObject();
        assertThat(plugin.get("id").getAsString()).isEqualTo("notify");
        assertThat(plugin.get("file").getAsString()).isEqualTo("notify-1.0.0.jar");
        assertThat(plugin.get("size").getAsLong()).isEqualTo(Files.size(site.resolve("notify-1.0.0.jar")));
        assertThat(plugin.get("changelog").getAsString()).isEqualTo("first");
        assertThat(plugin.get("withdrawn").getAsString()).isEqualTo("loses mail");
    }

    @Test
    void theSerialGrowsAndTheDatesOfWhatHasNotChangedStay() throws Exception {
        build(FIRST);
        archive("notify-2.0.0.jar", "notify", "2.0.0");

        build(FIRST.plusSeconds(60));

        assertThat(index().get("serial").getAsLong()).isEqualTo(2);
        assertThat(index().getAsJsonArray("plugins"))
                .extracting(plugin -> plugin.getAsJsonObject().get("date").getAsString())
                .containsExactly("2026-03-01T08:00:00Z", "2026-03-01T08:01:00Z");
    }

    @Test
    void otherToolsReadAnOsgiRepository() throws Exception {
        build(FIRST);

        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(site.resolve("index.xml").toFile());
        assertThat(document.getDocumentElement().getNamespaceURI())
                .isEqualTo("http://www.osgi.org/xmlns/repository/v1.0.0");
        assertThat(document.getDocumentElement().getAttribute("increment")).isEqualTo("1");
        assertThat(namespaces(document, "capability"))
                .contains("osgi.content", "osgi.identity", "osgi.wiring.package", "io.switchboard.plugin");
        assertThat(namespaces(document, "requirement")).contains("osgi.wiring.package");
        assertThat(Files.readString(site.resolve("index.xml")))
                .contains("(&amp;(osgi.wiring.package=io.switchboard.api.plugin)(version>=1.0.0)(!(version>=2.0.0)))"
                        .replace(">", "&gt;"));
    }

    @Test
    void aKeyInTheSiteAKeyOfOthersAndABrokenArchiveAreRefused() throws Exception {
        Path inside = site.resolve("key");
        run(FIRST, "key", inside.toString());
        assertThatThrownBy(() -> run(FIRST, "build", site.toString(), "--key", inside.toString()))
                .hasMessageContaining("lies in the site");
        Files.delete(inside);

        run(FIRST, "key", key.toString());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> build(FIRST)).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

        Files.writeString(site.resolve("broken.jar"), "no archive");
        assertThatThrownBy(() -> build(FIRST)).hasMessageContaining("broken.jar cannot be read");
        assertThat(site.resolve("switchboard-site.json")).doesNotExist();
    }

    @Test
    void whatServersCouldNotReadIsNotBuilt() throws Exception {
        Files.writeString(site.resolve("notify-1.0.0.jar.json"), "{\"vulnerabilities\":\"CVE-2026-1\"}");
        assertThatThrownBy(() -> build(FIRST)).hasMessageContaining("a list of texts");
        Files.writeString(site.resolve("notify-1.0.0.jar.json"), "{\"vulnerabilities\":[\"CVE-2026-1\"]}");
        build(FIRST);

        archive("any.jar", "../notify", "1.0.0");
        assertThatThrownBy(() -> build(FIRST)).hasMessageContaining("could be one's id");
    }

    @Test
    void aLostIndexIsNotBegunAnewUnseen() throws Exception {
        build(FIRST);
        Files.writeString(site.resolve("switchboard-site.json"), "half an ind");

        assertThatThrownBy(() -> build(FIRST)).hasMessageContaining("put it back");
    }

    @Test
    void wordsThatAreNotUnderstoodAreAMatterOfUsage() {
        for (String[] words : List.of(new String[] {}, new String[] {"build", "x"}, new String[] {"key"})) {
            assertThatThrownBy(() -> run(FIRST, words))
                    .isInstanceOfSatisfying(
                            StartFailure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(StartFailure.USAGE));
        }
    }

    private void build(Instant now) throws StartFailure {
        run(now, "key", key.toString());
        run(now, "build", site.toString(), "--key", key.toString());
    }

    private void run(Instant now, String... words) throws StartFailure {
        new SiteCommand(Clock.fixed(now, ZoneOffset.UTC), new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private JsonObject index() throws IOException {
        return JsonParser.parseString(Files.readString(site.resolve("switchboard-site.json")))
                .getAsJsonObject();
    }

    private boolean signatureFits() throws Exception {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(SiteKey.read(key).publicText()))));
        check.update(Files.readAllBytes(site.resolve("switchboard-site.json")));
        return check.verify(Base64.getDecoder()
                .decode(Files.readString(site.resolve("switchboard-site.json.sig"))
                        .strip()));
    }

    private static List<String> namespaces(Document document, String element) {
        NodeList found = document.getElementsByTagNameNS("*", element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> ((Element) found.item(i)).getAttribute("namespace"))
                .toList();
    }

    private void archive(String file, String id, String version) throws IOException {
        try (OutputStream stream = Files.newOutputStream(site.resolve(file));
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(("Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: " + id
                            + "\nBundle-Version: " + version
                            + "\nImport-Package: io.switchboard.api.plugin;version=\"[1,2)\""
                            + "\nExport-Package: com.example;version=\"1.0.0\""
                            + "\nProvide-Capability: io.switchboard.plugin;socket=Reaction\n\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }
}
