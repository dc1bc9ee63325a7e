package io.switchboard.launcher;

import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * The key and certificate with which the server speaks HTTPS.
 *
 * @param file the keystore
 * @param password opens the store and the key in it
 * @param type what Java calls its format
 * @param certificate the server's own
 */
record TlsKeystore(Path file, String password, String type, Certificate certificate) {

    /**
     * Opens the keystore of the command line; empty if it names none.
     *
     * @throws StartFailure if it cannot be opened with its password, or holds no key
     */
    static Optional<TlsKeystore> choose(CommandLine line) throws StartFailure {
        Optional<String> name = line.value(Setting.TLS_KEYSTORE);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (line.value(Setting.PUBLIC_ADDRESS)
                .filter(url -> url.startsWith("http:"))
                .isPresent()) {
            throw StartFailure.usage("With --tls-keystore the public address must begin with https://.");
        }
        Path file = Path.of(name.get()).toAbsolutePath().normalize();
        return Optional.of(open(file, password(line)));
    }

    /** The properties by which Felix's web server is told of it. */
    Map<String, String> properties() {
        return Map.of(
                "org.apache.felix.https.keystore", file.toString(),
                "org.apache.felix.https.keystore.password", password,
                "org.apache.felix.https.keystore.key.password", password,
                "org.apache.felix.https.keystore.type", type);
    }

    private static String password(CommandLine line) throws StartFailure {
        Optional<String> given = line.value(Setting.TLS_KEYSTORE_PASSWORD);
        Optional<String> file = line.value(Setting.TLS_KEYSTORE_PASSWORD_FILE);
        if (file.isEmpty()) {
            return given.orElseThrow(
                    () -> StartFailure.usage("--tls-keystore needs the keystore's password: give it in "
                            + Setting.TLS_KEYSTORE_PASSWORD.variable()
                            + " or in a file with --tls-keystore-password-file."));
        }
        try {
            return Files.readString(Path.of(file.get())).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new StartFailure("The file with the keystore's password, " + file.get()
                    + ", cannot be read: run this as a user that may.");
        }
    }

    private static TlsKeystore open(Path file, String password) throws StartFailure {
        if (!Files.isRegularFile(file)) {
            throw new StartFailure("There is no keystore " + file + ": name one with --tls-keystore.");
        }
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    store.getKey(alias, password.toCharArray());
                    return new TlsKeystore(file, password, store.getType(), store.getCertificate(alias));
                }
            }
            throw new StartFailure("The keystore " + file + " holds no private key with its certificate.");
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword(file);
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException ? wrongPassword(file) : unreadable(file, e);
        } catch (GeneralSecurityException e) {
            throw unreadable(file, e);
        }
    }

    private static StartFailure wrongPassword(Path file) {
        return new StartFailure(
                "The password does not open the keystore " + file + ": the key in it must have the same.");
    }

    private static StartFailure unreadable(Path file, Exception reason) {
        return new StartFailure("The keystore " + file
                + " cannot be read: it is no PKCS #12 file, or not for this user (" + reason.getMessage() + ").");
    }
}
