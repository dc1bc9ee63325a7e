package io.switchboard.core.people;

import io.switchboard.api.people.Authenticator;
import io.switchboard.api.people.Authenticator.Identity;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.ExternalIdentityStore;
import io.switchboard.core.store.people.ExternalIdentityStore.IdentityRow;
import io.switchboard.core.store.people.PersonStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has other systems vouch for people whose accounts there were bound to them. A secret is shown to the systems of the
 * bound issuer only, so what somebody types wrongly or for another account reaches nobody.
 */
@Component(service = ExternalSignIn.class)
public final class ExternalSignIn {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int LONGEST_LOGIN = 200;

    private final Transactions transactions;
    private final ExternalIdentityStore identities;
    private final PersonStore persons;
    private final AccessStore access;
    private final SocketRegistry registry;
    private final PluginCalls calls;

    /** Makes it. */
    @Activate
    public ExternalSignIn(
            @Reference Transactions transactions,
            @Reference ExternalIdentityStore identities,
            @Reference PersonStore persons,
            @Reference AccessStore access,
            @Reference SocketRegistry registry,
            @Reference PluginCalls calls) {
        this.transactions = transactions;
        this.identities = identities;
        this.persons = persons;
        this.access = access;
        this.registry = registry;
        this.calls = calls;
    }

    /** Returns the form in which a login is kept and found. The login has a limit; a megabyte of some letters would take minutes. */
    static String loginKey(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns whom a login and a secret prove, or nothing if nobody vouches, or nobody answers in time. Nobody is asked for
     * somebody who has a password here, by whatever login, nor for an account that cannot be used.
     */
    Optional<PersonId> prove(String login, String secret) {
        if (login.isBlank() || login.length() > LONGEST_LOGIN) {
            return Optional.empty();
        }
        String key = loginKey(login);
        return transactions
                .read(() -> identities.byLogin(key).filter(this::standsForThePassword))
                .filter(bound -> vouched(bound, login, secret))
                .map(IdentityRow::person);
    }

    private boolean standsForThePassword(IdentityRow bound) {
        return access.passwordHash(bound.person()).isEmpty()
                && persons.find(bound.person())
                        .filter(person -> person.active() && !person.erased())
                        .isPresent();
    }

    private boolean vouched(IdentityRow bound, String login, String secret) {
        for (SocketService<Authenticator> service : registry.services(Authenticator.class)) {
            Answer<String> issuer = calls.ask(service, PluginCalls.ADVICE, Authenticator::issuer);
            if (issuer instanceof Answer.Given<String> given
                    && given.value().equals(bound.issuer())
                    && subject(service, login, secret)
                            .filter(bound.subject()::equals)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> subject(SocketService<Authenticator> service, String login, String secret) {
        char[] characters = secret.toCharArray();
        try {
            Answer<Optional<Identity>> answer =
                    calls.ask(service, LIMIT, authenticator -> authenticator.authenticate(login, characters));
            return answer instanceof Answer.Given<Optional<Identity>> given
                    ? given.value().map(Identity::subject)
                    : Optional.empty();
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
