package io.switchboard.core.people;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.AccessStore.LinkRow;
import io.switchboard.core.timing.DeskClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tokens of links that people get: of 256 random bits, kept as hashes, each for one purpose and for a while. Whatever is
 * wrong with one, the answer is the same.
 */
@Component(service = LinkTokens.class)
public final class LinkTokens {
    private static final int LONGEST = 100;

    private final Transactions transactions;
    private final AccessStore access;
    private final DeskClock clock;

    /** A token that was made, the only time that it is shown, and when it expires. */
    public record Made(String token, Instant expiresAt) {}

    /** What a link is for. */
    public enum Purpose {
        /** Follow one ticket; may be used many times. */
        FOLLOW,
        /** Choose a password, as somebody else invites to. */
        INVITATION,
        /** Choose a password, as one asked oneself. */
        PASSWORD_RESET,
        /** Sign a customer in. */
        SIGN_IN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Makes it. */
    @Activate
    public LinkTokens(@Reference Transactions transactions, @Reference AccessStore access, @Reference DeskClock clock) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** Makes a token; earlier ones stay valid until they expire. */
    public Made make(Purpose purpose, PersonId person, @Nullable TicketId ticket, Duration valid) {
        String token = Secrets.next();
        Instant now = clock.now();
        Instant expiresAt = now.plus(valid);
        return transactions.write(() -> {
            access.deleteExpiredLinks(now);
            access.insertLink(new LinkRow(Secrets.hash(token), purpose.id(), person, ticket, now, expiresAt, null));
            return new Made(token, expiresAt);
        });
    }

    /** Returns the link that a token stands for, or nothing. */
    public Optional<LinkRow> find(Purpose purpose, @Nullable String token) {
        if (token == null || token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        Instant now = clock.now();
        return transactions
                .read(() -> access.link(Secrets.hash(token)))
                .filter(link -> link.purpose().equals(purpose.id()))
                .filter(link -> link.usedAt() == null && link.expiresAt().isAfter(now));
    }

    /**
     * Uses a token up, in the caller's transaction, and returns whose it was.
     *
     * @throws SwitchboardException with {@code link-not-valid}
     */
    public PersonId use(Purpose purpose, @Nullable String token) {
        return find(purpose, token)
                .filter(link -> access.useLink(link.tokenHash(), clock.now()))
                .map(LinkRow::person)
                .orElseThrow(LinkTokens::invalid);
    }

    /** Makes a person's tokens for one purpose void. */
    public void revoke(Purpose purpose, PersonId person) {
        transactions.write(() -> {
            access.deleteLinks(person, purpose.id());
            return person;
        });
    }

    /** Returns the refusal of a token. */
    public static SwitchboardException invalid() {
        return new SwitchboardException(ErrorCode.LINK_NOT_VALID, "Ask for a new link, and use that one");
    }
}
