package io.switchboard.launcher.site;

import io.switchboard.launcher.folder.StartFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code switchboard site}: makes keys and update sites. */
public final class SiteCommand {
    /** The word by which it is called. */
    public static final String WORD = "site";

    private static final String USAGE = """
            Usage: switchboard site key FILE
                   switchboard site build DIR --key FILE [--days N]

            key    makes the key pair of a site in FILE, readable for you alone, and shows the public key; or shows it again
            build  makes an update site of the archives in DIR: index.xml (OSGi Repository), switchboard-site.json and its
                   signature. Give N days (30) until it has to be built anew; servers do not believe it for longer.
                   Beside notify-1.2.0.jar, notify-1.2.0.jar.json may say more of it:
                   {"changelog": "...", "vulnerabilities": ["CVE-..."], "withdrawn": "why it must not be installed any more"}

            Servers are told of it by PUT /api/v1/update-sites, with the folder or the address, and the public key.
            """;
    private static final long USUAL_DAYS = 30;
    private static final long MOST_DAYS = 3_650;

    private final Clock clock;
    private final PrintStream out;

    /** Makes the command. */
    public SiteCommand(Clock clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    /**
     * Carries out one command line.
     *
     * @param words what comes after {@link #WORD}
     * @return the exit code: 0 when all went well
     * @throws StartFailure if it was not carried out
     */
    public int run(List<String> words) throws StartFailure {
        if (words.contains("--help") || words.contains("-h")) {
            out.print(USAGE);
            return 0;
        }
        Map<String, String> options = new HashMap<>();
        List<String> plain = read(words, options);
        if (plain.size() == 2 && plain.get(0).equals("key") && options.isEmpty()) {
            out.println(SiteKey.readOrMake(path(plain.get(1))).publicText());
            return 0;
        }
        if (plain.size() == 2 && plain.get(0).equals("build") && options.containsKey("--key")) {
            build(path(plain.get(1)), path(options.get("--key")), days(options.get("--days")));
            return 0;
        }
        throw usage("Say 'site key FILE' or 'site build DIR --key FILE'.");
    }

    private void build(Path folder, Path keyFile, long days) throws StartFailure {
        if (keyFile.startsWith(folder)) {
            throw new StartFailure(
                    "The key " + keyFile + " lies in the site, where everybody gets it: put it elsewhere.");
        }
        SiteKey key = SiteKey.read(keyFile);
        SiteBuild built = SiteBuild.of(folder, clock.instant(), Duration.ofDays(days));
        built.write(key);
        out.println("The site " + folder + " offers " + built.archives() + " archives; serial " + built.serial()
                + ", to be built anew before " + built.expiresAt());
        out.println("Public key: " + key.publicText());
    }

    private static List<String> read(List<String> words, Map<String, String> options) throws StartFailure {
        List<String> plain = new ArrayList<>();
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            if (!word.startsWith("-")) {
                plain.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String flag = equals < 0 ? word : word.substring(0, equals);
            String value = equals < 0 ? rest.pollFirst() : word.substring(equals + 1);
            if (!List.of("--key", "--days").contains(flag)) {
                throw usage("Unknown option '" + flag + "'.");
            }
            if (value == null || value.isBlank()) {
                throw usage("'" + flag + "' needs a value.");
            }
            options.put(flag, value);
        }
        return plain;
    }

    private static Path path(String word) {
        return Path.of(word).toAbsolutePath().normalize();
    }

    private static long days(@Nullable String word) throws StartFailure {
        if (word == null) {
            return USUAL_DAYS;
        }
        if (!word.matches("\\d{1,4}") || Long.parseLong(word) < 1 || Long.parseLong(word) > MOST_DAYS) {
            throw usage("'--days' takes a number from 1 to " + MOST_DAYS + ".");
        }
        return Long.parseLong(word);
    }

    private static StartFailure usage(String message) {
        return new StartFailure(StartFailure.USAGE, message + " 'switchboard site --help' tells more.");
    }
}
