package io.switchboard.core.plugins.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.setting.SqlSettingStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteReaderTest {
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(1));
    private static final byte[] ARCHIVE = "an archive".getBytes(StandardCharsets.UTF_8);

    private final StoreTestbed store = StoreTestbed.hsqldb();
    private final KeyPair keys = newKeys();

    @TempDir
    Path folder;

    private SiteReader reader;
    private Site site;

    @BeforeEach
    void make() {
        store.open();
        reader = node();
        site = new Site("own", folder.toString(), text(keys));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsSignedNewestAndFreshIsBelieved() throws Exception {
        publish(1, LATER, offer("notify", "1.0.0"));

        assertThat(reader.read(site).plugins()).extracting(Offer::id).containsExactly("notify");
        assertThat(reader.read(site).serial()).isEqualTo(1);
    }

    @Test
    void whatAnybodyElseSignedOrChangedIsNot() throws Exception {
        publish(1, LATER, offer("notify", "1.0.0"));
        Site otherKey = new Site("own", folder.toString(), text(newKeys()));
        assertThatThrownBy(() -> reader.read(otherKey)).hasMessageContaining("not signed by the key");

        Path index = folder.resolve(SiteReader.INDEX);
        Files.writeString(index, Files.readString(index).replace("1.0.0", "1.0.1"));
        assertThatThrownBy(() -> reader.read(site)).hasMessageContaining("not signed by the key");
    }

    @Test
    void anOlderIndexIsRefusedOnEveryNodeAndAfterARestart() throws Exception {
        publish(7, LATER, offer("notify", "2.0.0"));
        reader.read(site);

        publish(6, LATER, offer("notify", "1.0.0"));

        assertThatThrownBy(() -> reader.read(site)).hasMessageContaining("one with 7 was seen before");
        assertThatThrownBy(() -> node().read(site)).hasMessageContaining("one with 7 was seen before");
    }

    @Test
    void twoIndexesOfOneSerialAreNotBothBelieved() throws Exception {
        publish(7, LATER, offer("notify", "2.0.0"));
        reader.read(site);

        publish(7, LATER, offer("notify", "1.0.0"));

        assertThatThrownBy(() -> reader.read(site)).hasMessageContaining("but not its content");
    }

    @Test
    void anIndexThatRanOutIsRefused() throws Exception {
        publish(1, Instant.now().minusSeconds(1), offer("notify", "1.0.0"));

        assertThatThrownBy(() -> reader.read(site)).hasMessageContaining("ran out");
    }

    @Test
    void anArchiveThatIsNotTheOneOfTheIndexIsRefused() throws Exception {
        publish(1, LATER, offer("notify", "1.0.0"));
        Offer offer = reader.read(site).plugins().get(0);
        assertThat(reader.archive(site, offer)).isEqualTo(ARCHIVE);

        Files.writeString(folder.resolve("notify-1.0.0.jar"), "an Archive");
        assertThatThrownBy(() -> reader.archive(site, offer)).hasMessageContaining("not the file");
        Files.writeString(folder.resolve("notify-1.0.0.jar"), "a larger archive than that of the index");
        assertThatThrownBy(() -> reader.archive(site, offer)).hasMessageContaining("more than");
    }

    @Test
    void aSiteThatIsNotThereIsAwayAndNotRefused() {
        assertThatThrownBy(() -> reader.read(site))
                .isInstanceOfSatisfying(
                        SiteRefused.class,
                        refused -> assertThat(refused.isAway()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"id\":\"notify\",\"version\":\"1\",\"file\":\"../notify.jar\"",
                "{\"id\":\"notify\",\"version\":\"1\",\"file\":\"a/notify.jar\"",
                "{\"id\":\"notify\",\"version\":\"one\",\"file\":\"notify.jar\"",
                "{\"id\":\"../notify\",\"version\":\"1\",\"file\":\"notify.jar\"",
            })
    void whatCannotBeInAnIndexIsRefused(String entry) throws Exception {
        String whole = entry.endsWith("\"")
                ? entry + ",\"size\":1,\"sha256\":\"" + "a".repeat(64) + "\",\"date\":\"2026-03-01T08:00:00Z\"}"
                : entry;
        publish(1, LATER, whole);

        assertThatThrownBy(() -> reader.read(site)).isInstanceOf(SiteRefused.class);
    }

    private SiteReader node() {
        SiteFiles files = new SiteFiles(request -> {
            throw new IOException("nobody asks the web here");
        });
        return new SiteReader(
                files,
                new SeenIndexes(store.transactions(), new SqlSettingStore(store.transactions(), store.mappers())));
    }

    private String offer(String id, String version) throws IOException, GeneralSecurityException {
        String file = id + "-" + version + ".jar";
        Files.write(folder.resolve(file), ARCHIVE);
        return "{\"id\":\"" + id + "\",\"version\":\"" + version + "\",\"file\":\"" + file + "\",\"size\":"
                + ARCHIVE.length + ",\"sha256\":\""
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ARCHIVE))
                + "\",\"date\":\"2026-03-01T08:00:00Z\"}";
    }

    private void publish(long serial, Instant expiresAt, String offer) throws IOException, GeneralSecurityException {
        byte[] index = ("{\"format\":1,\"serial\":" + serial + ",\"builtAt\":\"2026-03-01T08:00:00Z\",\"expiresAt\":\""
                        + expiresAt + "\",\"plugins\":[" + offer + "],\"later\":\"is ignored\"}")
                .getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(index);
        Files.write(folder.resolve(SiteReader.INDEX), index);
        Files.writeString(
                folder.resolve(SiteReader.SIGNATURE), Base64.getEncoder().encodeToString(signature.sign()));
    }

    private static String text(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
