package io.switchboard.launcher.site;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An archive of a site.
 *
 * @param file its name
 * @param headers of its manifest
 * @param signer the SHA-256 of the certificate that it is signed with, or null
 * @param more what its publisher says of it besides
 */
record SiteArchive(
        String file,
        Map<String, String> headers,
        long size,
        String sha256,
        @Nullable String signer,
        JsonObject more) {
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9._-]{2,99}");

    /** @throws StartFailure if it is no archive of a plugin */
    static SiteArchive read(Path path) throws StartFailure {
        try (JarFile jar = new JarFile(path.toFile(), true)) {
            Manifest manifest = jar.getManifest();
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            main.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
            SiteArchive archive = new SiteArchive(
                    String.valueOf(path.getFileName()),
                    headers,
                    Files.size(path),
                    sha256(Files.readAllBytes(path)),
                    signer(jar),
                    more(path));
            archive.check(path);
            return archive;
        } catch (IOException | SecurityException | GeneralSecurityException broken) {
            throw new StartFailure("The archive " + path + " cannot be read: " + broken.getMessage() + ".");
        }
    }

    private void check(Path path) throws StartFailure {
        if (!ID.matcher(id()).matches()) {
            throw new StartFailure("The file " + path
                    + " is no archive of a plugin: its manifest names no Bundle-SymbolicName that could be one's id.");
        }
        boolean texts = Stream.of("changelog", "withdrawn")
                .allMatch(member -> !more.has(member) || more.get(member).isJsonPrimitive());
        boolean list = !more.has("vulnerabilities")
                || more.get("vulnerabilities") instanceof JsonArray all
                        && all.asList().stream().allMatch(JsonElement::isJsonPrimitive);
        if (!texts || !list) {
            throw new StartFailure("In " + path
                    + ".json, 'changelog' and 'withdrawn' must be texts, and 'vulnerabilities'" + " a list of texts.");
        }
    }

    String id() {
        return header("Bundle-SymbolicName", "").split(";", 2)[0].strip();
    }

    String version() {
        return header("Bundle-Version", "0.0.0").strip();
    }

    String header(String name, String otherwise) {
        return headers.getOrDefault(name, otherwise);
    }

    static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static @Nullable String signer(JarFile jar) throws IOException, GeneralSecurityException {
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (entry.isDirectory() || entry.getName().startsWith("META-INF/")) {
                continue;
            }
            try (InputStream content = jar.getInputStream(entry)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            CodeSigner[] signers = entry.getCodeSigners();
            return signers == null
                    ? null
                    : sha256(signers[0]
                            .getSignerCertPath()
                            .getCertificates()
                            .get(0)
                            .getEncoded());
        }
        return null;
    }

    private static JsonObject more(Path path) throws IOException, StartFailure {
        Path file = path.resolveSibling(path.getFileName() + ".json");
        if (!Files.exists(file)) {
            return new JsonObject();
        }
        try {
            JsonElement element = JsonParser.parseString(Files.readString(file));
            if (element.isJsonObject()) {
                return element.getAsJsonObject();
            }
        } catch (JsonParseException noJson) {
            throw new StartFailure("The file " + file + " is no JSON: " + noJson.getMessage() + ".");
        }
        throw new StartFailure("The file " + file + " must hold a JSON object.");
    }
}
