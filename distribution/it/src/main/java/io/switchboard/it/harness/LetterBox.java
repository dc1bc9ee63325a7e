package io.switchboard.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder into which a courier puts the letters of a desk, each as a file. */
public record LetterBox(Path folder) {
    private static final String PLUGIN = "letter-box";
    private static final Pattern LINK =
            Pattern.compile("http://\\S+/(?:password|sign-in|invitation|verification|survey)/\\S+");
    private static final String COURIER = """
            package broken;
            import io.switchboard.api.delivery.*;
            import java.nio.file.*;
            import org.osgi.framework.*;
            public final class Activator implements BundleActivator, Courier {
                private static final Path FOLDER = Path.of("%s");
                public void start(BundleContext context) { context.registerService(Courier.class, this, null); }
                public void stop(BundleContext context) {}
                public String channel() { return "email"; }
                public boolean reaches(Courier.Address address) { return address.kind().equals("email"); }
                public Courier.Receipt deliver(OutgoingMessage message) throws Exception {
                    Path draft = FOLDER.resolve(message.id() + ".draft");
                    Files.writeString(draft, message.to().value() + "\\n" + message.subject() + "\\n" + message.text());
                    Files.move(draft, FOLDER.resolve(message.id() + ".letter"), StandardCopyOption.ATOMIC_MOVE);
                    return new Courier.Receipt.Accepted(message.id().toString());
                }
            }
            """;

    /** A letter that was delivered. */
    public record Letter(String to, String subject, String text) {
        /** Returns the path of the link in it. */
        public String path() {
            Matcher link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("no link in: " + text);
            }
            return URI.create(link.group()).getPath();
        }
    }

    /** Installs the courier. */
    public LetterBox install(Http administrator) {
        byte[] archive = CompiledPlugin.archive(
                PLUGIN,
                "Courier",
                "io.switchboard.api.delivery",
                COURIER.formatted(folder.toString().replace("\\", "\\\\")));
        new Plugins(administrator).upload("", archive).expect(201);
        return this;
    }

    /** Returns what was delivered to an address so far. */
    public List<Letter> to(String address) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".letter"))
                    .sorted()
                    .map(LetterBox::read)
                    .filter(letter -> letter.to().equals(address))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what was delivered to an address so far whose link leads to pages of a kind, for example {@code survey}. */
    public List<Letter> to(String address, String pages) {
        return to(address).stream()
                .filter(letter -> letter.text().contains("/" + pages + "/"))
                .toList();
    }

    /** Returns the last of so many letters to an address, when they are there. */
    public Letter await(String address, int number) {
        return await(address, "", number);
    }

    /** Returns the last of so many letters of a subject to an address, when they are there. */
    public Letter await(String address, String subject, int number) {
        return await(address, subject, number, () -> {});
    }

    /** Returns the last of so many letters of a subject to an address, when they are there, and does something again and again meanwhile. */
    public Letter await(String address, String subject, int number, Runnable meanwhile) {
        Patience.until("letter " + number + " to " + address, () -> {
            meanwhile.run();
            return of(address, subject).size() >= number;
        });
        return of(address, subject).get(number - 1);
    }

    private List<Letter> of(String address, String subject) {
        return to(address).stream()
                .filter(letter -> letter.subject().contains(subject))
                .toList();
    }

    private static Letter read(Path file) {
        try {
            String[] parts = Files.readString(file).split("\n", 3);
            return new Letter(parts[0], parts[1], parts[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
