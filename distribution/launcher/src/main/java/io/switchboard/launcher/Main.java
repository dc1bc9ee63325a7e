package io.switchboard.launcher;

import java.nio.file.Path;

/** The entry point of {@code bin/switchboard}. */
public final class Main {

    private Main() {}

    /** @param arguments see {@code --help} */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("switchboard.home", "."))
                .toAbsolutePath()
                .normalize();
        System.exit(new Launcher(home, System.getenv(), System.in, System.out, System.err).run(arguments));
    }
}
