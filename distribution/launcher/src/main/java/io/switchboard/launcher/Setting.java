package io.switchboard.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A setting of the server. Each can be given in the environment, and most as a flag, which wins. Secrets have no flag,
 * since other people on the machine can read a command line.
 */
enum Setting {
    PORT("switchboard.port", "--port", "PORT", "the port to listen on; 0 takes a free one (default 8080)"),
    BIND("switchboard.bind", "--bind", "ADDRESS", "the address to listen on (default 127.0.0.1)"),
    DATA("switchboard.data", "--data", "DIR", "the data folder (default: 'data' in the installation)"),
    FILES(
            "switchboard.files",
            "--files",
            "DIR",
            "the folder of attachments, one for all nodes (default: in DIR of --data)"),
    DATABASE("switchboard.database", "--database", "JDBC-URL", "PostgreSQL instead of the embedded database"),
    DATABASE_USER("switchboard.database.user", "--database-user", "NAME", "who signs in to that database"),
    DATABASE_PASSWORD("switchboard.database.password", null, null, "that user's password"),
    PUBLIC_ADDRESS("switchboard.publicAddress", "--public-address", "URL", "the address that people use, for links"),
    TRUSTED_PROXIES(
            "switchboard.trustedProxies", "--trusted-proxies", "CIDR,...", "whose X-Forwarded headers are believed"),
    TLS_KEYSTORE("switchboard.tls.keystore", "--tls-keystore", "FILE", "serve HTTPS with this PKCS #12 file"),
    TLS_KEYSTORE_PASSWORD("switchboard.tls.keystore.password", null, null, "the password of that file"),
    TLS_KEYSTORE_PASSWORD_FILE(
            "switchboard.tls.keystore.passwordFile",
            "--tls-keystore-password-file",
            "FILE",
            "or a file whose first line it is"),
    ADMIN_EMAIL("switchboard.admin.email", null, null, "the first administrator's address, at the first start"),
    ADMIN_PASSWORD("switchboard.admin.password", null, null, "and password; without it, one is made and printed"),
    HEADS("switchboard.history.heads", "--heads", "FILE", "where verify-history writes how far each history goes"),
    AGAINST("switchboard.history.against", "--against", "FILE", "such a file, from which each history must go on"),
    DEMO("switchboard.demo", "--demo", null, "fill an empty desk with a small company"),
    DEMO_PASSWORD(
            "switchboard.demo.password", null, null, "the password of its people; without it, a known one is printed"),
    SAFE_MODE(
            "switchboard.safeMode",
            "--safe-mode",
            null,
            "start without any plugin, to take out one that is in the way"),
    TEST_CLOCK("switchboard.testClock", "--test-clock", null, "let POST /api/v1/clock move the desk's clock");

    private static final Set<Setting> PATHS = Set.of(FILES, HEADS, AGAINST);
    private static final Set<Setting> OF_VERIFICATION = Set.of(HEADS, AGAINST);

    private final String property;
    private final @Nullable String flag;
    private final @Nullable String argument;
    private final String meaning;

    Setting(String property, @Nullable String flag, @Nullable String argument, String meaning) {
        this.property = property;
        this.flag = flag;
        this.argument = argument;
        this.meaning = meaning;
    }

    static Optional<Setting> ofFlag(String flag) {
        return Stream.of(values()).filter(setting -> flag.equals(setting.flag)).findFirst();
    }

    /** The framework property that carries it to the bundles. */
    String property() {
        return property;
    }

    Optional<String> flag() {
        return Optional.ofNullable(flag);
    }

    /** What the value is called in the help; empty for a switch and for a secret. */
    Optional<String> argument() {
        return Optional.ofNullable(argument);
    }

    /** Whether it is on or off, with no value. */
    boolean isSwitch() {
        return flag != null && argument == null;
    }

    /** The value as the server gets it: a path does not depend on the present folder any more. */
    String absolute(String value) {
        return PATHS.contains(this)
                ? Path.of(value).toAbsolutePath().normalize().toString()
                : value;
    }

    /** Whether it means something for a command. */
    boolean fits(Command command) {
        return command == Command.VERIFY_HISTORY || !OF_VERIFICATION.contains(this);
    }

    String meaning() {
        return meaning;
    }

    String variable() {
        return "SWITCHBOARD_" + name().toUpperCase(Locale.ROOT);
    }
}
