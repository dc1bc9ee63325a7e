package io.switchboard.launcher.plugin;

import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An archive, as far as its manifest tells.
 *
 * @param file where it is
 * @param id of the plugin
 * @param version of the plugin
 */
record FolderPlugin(Path file, String id, String version) {
    /** What a symbolic name may consist of (OSGi Core 1.3.2). It becomes the name of a file, so it must not be a path. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** @throws StartFailure if the file is no archive of a plugin */
    static FolderPlugin read(Path file) throws StartFailure {
        if (!Files.isRegularFile(file)) {
            throw new StartFailure("There is no file " + file + ".");
        }
        return look(file)
                .orElseThrow(() -> new StartFailure("The file " + file
                        + " is no archive of a plugin: its manifest names no lawful Bundle-SymbolicName."));
    }

    /** Returns the plugins of a folder in the order of their files; what is none is left out. */
    static List<FolderPlugin> in(Path folder) throws StartFailure {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<FolderPlugin> plugins = new ArrayList<>();
            files.filter(file -> file.toString().endsWith(".jar")
                            && !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .forEach(file -> look(file).ifPresent(plugins::add));
            return plugins;
        } catch (IOException unreadable) {
            throw new StartFailure("The folder " + folder + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private static Optional<FolderPlugin> look(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String name = main.getValue("Bundle-SymbolicName");
            String version = main.getValue("Bundle-Version");
            String id = name == null ? "" : name.split(";", 2)[0].strip();
            return ID.matcher(id).matches()
                    ? Optional.of(new FolderPlugin(file, id, version == null ? "0.0.0" : version.strip()))
                    : Optional.empty();
        } catch (IOException noArchive) {
            return Optional.empty();
        }
    }
}
