package io.switchboard.it.harness;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Makes a plugin of a bundle activator that a test writes, compiled against the bundles of the distribution. */
public final class CompiledPlugin {

    private CompiledPlugin() {}

    /**
     * Returns the archive of a plugin.
     *
     * @param id its id
     * @param socket the socket that it says it fits
     * @param imports the packages that it imports besides {@code org.osgi.framework}, separated by commas
     * @param activator the source of a class {@code broken.Activator}
     */
    public static byte[] archive(String id, String socket, String imports, String activator) {
        return archive(id, "1.0.0", socket, imports, activator, Map.of());
    }

    /**
     * Returns the archive of a version of a plugin.
     *
     * @param entries further files by their names; those in {@code migrations} are its migrations
     */
    public static byte[] archive(
            String id, String version, String socket, String imports, String activator, Map<String, String> entries) {
        try {
            Path folder = Files.createTempDirectory("switchboard-plugin");
            Path source = folder.resolve("Activator.java");
            Files.writeString(source, activator);
            compile(source, folder);
            return zip(manifest(id, version, socket, imports, entries), folder.resolve("broken"), entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path source, Path output) {
        String bundles = Distribution.bundles().stream()
                .map(member -> member.jar().toString())
                .collect(Collectors.joining(File.pathSeparator));
        String path = bundles + File.pathSeparator + System.getProperty("java.class.path");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        List<String> options =
                List.of("-proc:none", "--release", "17", "-cp", path, "-d", output.toString(), source.toString());
        if (compiler.run(null, messages, messages, options.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(messages.toString(StandardCharsets.UTF_8));
        }
    }

    private static String manifest(
            String id, String version, String socket, String imports, Map<String, String> entries) {
        boolean migrates = entries.keySet().stream().anyMatch(name -> name.startsWith("migrations/"));
        return String.join(
                "\r\n",
                "Manifest-Version: 1.0",
                "Bundle-ManifestVersion: 2",
                "Bundle-SymbolicName: " + id,
                "Bundle-Version: " + version,
                "Bundle-Vendor: Switchboard",
                "Bundle-Activator: broken.Activator",
                "Import-Package: org.osgi.framework," + imports,
                "Provide-Capability: io.switchboard.plugin;socket=" + socket,
                migrates ? "Switchboard-Migrations: migrations" : "Bundle-Name: " + id,
                "",
                "");
    }

    private static byte[] zip(String manifest, Path classes, Map<String, String> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.list(classes)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (Path file : files.toList()) {
                zip.putNextEntry(new ZipEntry("broken/" + file.getFileName()));
                zip.write(Files.readAllBytes(file));
            }
        }
        return out.toByteArray();
    }
}
