package io.switchboard.core.people.lookup;

import io.switchboard.api.people.CustomerDirectory;
import io.switchboard.api.people.CustomerDirectory.DirectoryEntry;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the customer directories that plugins bring, side by side. Never inside a transaction. */
@Component(service = DirectoryQuestions.class)
public final class DirectoryQuestions {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int EDITION = 200;

    private final SocketRegistry registry;
    private final PluginCalls calls;

    /** Makes it. */
    @Activate
    public DirectoryQuestions(@Reference SocketRegistry registry, @Reference PluginCalls calls) {
        this.registry = registry;
        this.calls = calls;
    }

    /** Returns whether there is any directory. */
    public boolean anybody() {
        return !registry.services(CustomerDirectory.class).isEmpty();
    }

    /** Has a listener told when directories come and go, and once at the beginning. */
    AutoCloseable watch(Runnable listener) {
        return registry.watch(CustomerDirectory.class, listener);
    }

    /**
     * Asks all directories about an address.
     *
     * @return what each said, in the order in which their word counts
     */
    List<Heard> ask(String emailKey) {
        List<Answer<Optional<DirectoryEntry>>> answers = calls.askAll(
                registry.services(CustomerDirectory.class),
                LIMIT,
                directory -> directory.byEmail(emailKey).map(EntryRules::checked));
        return answers.stream().map(DirectoryQuestions::heard).toList();
    }

    private static Heard heard(Answer<Optional<DirectoryEntry>> answer) {
        if (answer instanceof Answer.Given<Optional<DirectoryEntry>> given) {
            return new Heard(given.plugin(), given.value().orElse(null), null);
        }
        Answer.Failed<Optional<DirectoryEntry>> failed = (Answer.Failed<Optional<DirectoryEntry>>) answer;
        return new Heard(failed.plugin(), null, failed.message());
    }

    /** Returns the editions of the directories by plugin; those that do not answer are left out. */
    Map<String, String> editions() {
        List<Answer<String>> answers = calls.askAll(registry.services(CustomerDirectory.class), LIMIT, directory -> {
            String edition = directory.edition();
            if (edition.length() > EDITION) {
                throw new IllegalArgumentException("the edition has more than " + EDITION + " characters");
            }
            return edition;
        });
        Map<String, String> editions = new TreeMap<>();
        for (Answer<String> answer : answers) {
            if (answer instanceof Answer.Given<String> given) {
                editions.merge(given.plugin(), given.value(), (one, other) -> one + " " + other);
            }
        }
        return editions;
    }
}
