package io.switchboard.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A vendor's key, by which archives are signed as vendors do it. */
public final class VendorKey {
    private static final String PASSWORD = "changeit";

    private final Path keys;

    private VendorKey(Path keys) {
        this.keys = keys;
    }

    /** Makes a key with a certificate of this name. */
    public static VendorKey of(String name) {
        try {
            Path keys = Files.createTempDirectory("switchboard-keys").resolve("keys.p12");
            run("keytool", "-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=" + name, "-keystore", keys);
            return new VendorKey(keys);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Returns an archive as it is once it is signed. */
    public byte[] sign(byte[] archive) {
        try {
            Path file = Files.write(Files.createTempFile(keys.getParent(), "archive-", ".jar"), archive);
            run("jarsigner", "-keystore", keys, file, "own");
            return Files.readAllBytes(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void run(String tool, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        command.addAll(List.of("-storepass", PASSWORD));
        Path output = Files.createTempFile("switchboard-" + tool, ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(output));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
