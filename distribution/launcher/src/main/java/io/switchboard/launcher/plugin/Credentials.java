package io.switchboard.launcher.plugin;

import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * By which token the server is asked.
 *
 * @param token the token
 * @param ownServers whether it is the one that the server has put into its data folder
 */
record Credentials(String token, boolean ownServers) {
    /** The environment variable that holds an API token. */
    static final String VARIABLE = "SWITCHBOARD_TOKEN";

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** For the server of a data folder: a token that was given wins over the folder's own. */
    static Credentials forFolder(Path data, PluginOrder order, Map<String, String> environment) throws StartFailure {
        if (isGiven(order, environment)) {
            return given(order, environment);
        }
        Path file = data.resolve("admin.token");
        try {
            return new Credentials(Files.readString(file).strip(), true);
        } catch (IOException unreadable) {
            throw new StartFailure(
                    "The administrator's token " + file + " cannot be read: run this as the server's user,"
                            + " or give an API token by " + VARIABLE + " or --token-file.");
        }
    }

    /** For a server somewhere else. The token of the data folder is never sent there. */
    static Credentials forServer(PluginOrder order, Map<String, String> environment) throws StartFailure {
        if (!isGiven(order, environment)) {
            throw new StartFailure("--server needs an API token: give one by " + VARIABLE
                    + " or --token-file (POST /api/v1/tokens makes one).");
        }
        return given(order, environment);
    }

    private static boolean isGiven(PluginOrder order, Map<String, String> environment) {
        return order.has(PluginOption.TOKEN_FILE)
                || !environment.getOrDefault(VARIABLE, "").isBlank();
    }

    private static Credentials given(PluginOrder order, Map<String, String> environment) throws StartFailure {
        String file = order.value(PluginOption.TOKEN_FILE).orElse(null);
        String token = file == null ? environment.getOrDefault(VARIABLE, "") : read(Path.of(file));
        if (!token.strip().matches("[\\x21-\\x7e]+")) {
            throw new StartFailure("What " + (file == null ? VARIABLE : file) + " holds is no API token.");
        }
        return new Credentials(token.strip(), false);
    }

    private static String read(Path file) throws StartFailure {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
                throw new StartFailure("Others can read the token in " + file + ": chmod 600 " + file + " first.");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new StartFailure("The token file " + file + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }
}
