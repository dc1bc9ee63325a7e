package io.switchboard.core.plugins.desired;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the value of a setting stands that does not stand in the file, such as a secret. */
public sealed interface SettingReference {
    /** In a variable of the server's environment. */
    record Environment(String name) implements SettingReference {}

    /**
     * In a file; one line end at its end does not count.
     *
     * @param path absolute, or below the data folder
     */
    record File(String path) implements SettingReference {
        private static final int LARGEST = 10_000;

        /** Returns where that is. */
        public Path in(Path data) {
            return data.resolve(path);
        }

        private String read(Path data) throws IOException {
            try (InputStream content = Files.newInputStream(in(data))) {
                byte[] bytes = content.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new IOException("has more than " + LARGEST + " bytes");
                }
                return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\r?\n$", "");
            }
        }
    }

    /**
     * Returns the value, or nothing if it is not there.
     *
     * @param data the data folder
     * @param environment gives the value of a variable, or null
     */
    default Optional<String> resolve(Path data, Function<String, @Nullable String> environment) {
        try {
            return this instanceof File file
                    ? Optional.of(file.read(data))
                    : Optional.ofNullable(environment.apply(((Environment) this).name()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns where it should stand, for a person. */
    default String told() {
        return this instanceof File file
                ? "the file " + file.path()
                : "the environment variable " + ((Environment) this).name();
    }
}
