package io.switchboard.core.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.AccessStore.TokenRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes and removes API tokens, which have the rights of their person. */
@Component(service = ApiTokens.class)
public final class ApiTokens {
    private final Transactions transactions;
    private final AccessStore access;
    private final KnownCallers known;
    private final AuditLog audit;
    private final IdGenerator ids;

    /** An API token that was made; the secret is shown once. */
    public record MadeToken(
            UUID id, String name, String secret, @Nullable Instant expiresAt) {}

    private record Told(String name, @Nullable Instant expiresAt) {}

    /** Makes it. */
    @Activate
    public ApiTokens(
            @Reference Transactions transactions,
            @Reference AccessStore access,
            @Reference KnownCallers known,
            @Reference AuditLog audit,
            @Reference IdGenerator ids) {
        this.transactions = transactions;
        this.access = access;
        this.known = known;
        this.audit = audit;
        this.ids = ids;
    }

    /** Makes an API token with the rights of the caller. */
    public MadeToken make(Caller caller, String name, @Nullable Instant expiresAt) {
        PersonId person = AccessPolicy.requirePerson(caller);
        String secret = "sb_" + Secrets.next();
        UUID id = ids.next();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        transactions.write(() -> {
            access.insertToken(new TokenRow(id, person, name, Secrets.hash(secret), now, expiresAt, null));
            audit.record(caller, AuditKind.TOKEN_MADE, "token:" + id, null, new Told(name, expiresAt));
            return id;
        });
        return new MadeToken(id, name, secret, expiresAt);
    }

    /** Returns the caller's API tokens, without their secrets. */
    public List<TokenRow> list(Caller caller) {
        PersonId person = AccessPolicy.requirePerson(caller);
        return transactions.read(() -> access.tokensOf(person));
    }

    /** Removes an API token of the caller at once; false if they have no such token. */
    public boolean remove(Caller caller, UUID id) {
        PersonId person = AccessPolicy.requirePerson(caller);
        return transactions.write(() -> {
            boolean removed = access.deleteToken(person, id);
            if (removed) {
                audit.record(caller, AuditKind.TOKEN_REMOVED, "token:" + id);
                transactions.afterCommit(known::ended);
            }
            return removed;
        });
    }
}
