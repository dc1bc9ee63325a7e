package io.switchboard.core.people;

import io.switchboard.api.people.Authenticator;
import io.switchboard.api.people.Authenticator.Identity;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.people.ExternalNewcomers.Arrival;
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
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has other systems vouch for people whose accounts there were bound to them, and for those whom they may bring. A secret
 * is shown to the systems of the bound issuer only, or of the issuers that the policy names, so what somebody types wrongly
 * or for another account reaches nobody else.
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
    private final SignInPolicy policy;
    private final ExternalNewcomers newcomers;

    private record VouchingSystem(String issuer, SocketService<Authenticator> service) {}

    /** Makes it. */
    @Activate
    public ExternalSignIn(
            @Reference Transactions transactions,
            @Reference ExternalIdentityStore identities,
            @Reference PersonStore persons,
            @Reference AccessStore access,
            @Reference SocketRegistry registry,
            @Reference PluginCalls calls,
            @Reference SignInPolicy policy,
            @Reference ExternalNewcomers newcomers) {
        this.transactions = transactions;
        this.identities = identities;
        this.persons = persons;
        this.access = access;
        this.registry = registry;
        this.calls = calls;
        this.policy = policy;
        this.newcomers = newcomers;
    }

    /** Returns the form in which a login is kept and found. The login has a limit; a megabyte of some letters would take minutes. */
    static String loginKey(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns whom a login and a secret prove, or nothing if nobody vouches, or nobody answers in time. Nobody is asked for
     * somebody who has a password here, by whatever login, nor for an account that cannot be used. A login that is bound to
     * nobody is shown only to the systems that may bring customers.
     *
     * @param address the network address that it comes from
     */
    Optional<PersonId> prove(String login, String secret, String address) {
        if (login.isBlank() || login.length() > LONGEST_LOGIN) {
            return Optional.empty();
        }
        String key = loginKey(login);
        Optional<IdentityRow> bound = transactions.read(() -> identities.byLogin(key));
        Optional<IdentityRow> proven = bound.isPresent()
                ? bound.filter(this::isUsable).filter(row -> vouched(row, login, secret))
                : unknown(login, secret, address).filter(this::isUsable);
        return proven.map(IdentityRow::person);
    }

    private boolean isUsable(IdentityRow bound) {
        return transactions.read(() -> access.passwordHash(bound.person()).isEmpty()
                && persons.find(bound.person())
                        .filter(person -> person.active() && !person.erased())
                        .isPresent());
    }

    private boolean vouched(IdentityRow bound, String login, String secret) {
        return services(Set.of(bound.issuer()))
                .anyMatch(system -> identity(system.service(), login, secret)
                        .map(Identity::subject)
                        .filter(bound.subject()::equals)
                        .isPresent());
    }

    private Optional<IdentityRow> unknown(String login, String secret, String address) {
        return services(policy.customersFrom())
                .flatMap(system -> identity(system.service(), login, secret).stream()
                        .map(identity -> new Arrival(system.issuer(), identity, login, address)))
                .findFirst()
                .flatMap(newcomers::admit);
    }

    /** Returns who vouches for these issuers, in their order; each is asked for its issuer only when it is its turn. */
    private Stream<VouchingSystem> services(Set<String> issuers) {
        return issuers.isEmpty()
                ? Stream.empty()
                : registry.services(Authenticator.class).stream()
                        .flatMap(service -> calls.ask(service, PluginCalls.ADVICE, Authenticator::issuer)
                                        instanceof Answer.Given<String> given
                                ? Stream.of(new VouchingSystem(given.value(), service))
                                : Stream.empty())
                        .filter(system -> issuers.contains(system.issuer()));
    }

    private Optional<Identity> identity(SocketService<Authenticator> service, String login, String secret) {
        char[] characters = secret.toCharArray();
        try {
            Answer<Optional<Identity>> answer =
                    calls.ask(service, LIMIT, authenticator -> authenticator.authenticate(login, characters));
            return answer instanceof Answer.Given<Optional<Identity>> given ? given.value() : Optional.empty();
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
