package io.switchboard.core.triage;

import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.NameKey;
import io.switchboard.core.store.people.TeamRow;
import io.switchboard.core.store.people.TeamStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the first team of a new desk, which gets what nobody else claims, so that no ticket is lost from sight. */
@Component(service = FirstTeam.class, immediate = true)
public final class FirstTeam {
    private static final Logger LOG = LoggerFactory.getLogger(FirstTeam.class);
    private static final String NAME = "Support";

    /** Makes it, if there is no team. */
    @Activate
    public FirstTeam(
            @Reference Transactions transactions,
            @Reference TeamStore teams,
            @Reference StoredTriagePolicy policy,
            @Reference IdGenerator ids) {
        if (!transactions.read(() -> teams.list(null, null, 1)).isEmpty()) {
            return;
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        TeamId id = new TeamId(ids.next());
        try {
            transactions.write(() -> {
                teams.insert(new TeamRow(id, NAME, NameKey.of(NAME), null, 1, false, 1, now, now));
                StoredTriagePolicy.Content usual = policy.stored().content();
                policy.replace(Caller.system("first-team"), usual.withDefaultTeam(id), Precondition.any());
                return id;
            });
            policy.changed();
        } catch (DuplicateKeyException otherNode) {
            LOG.debug("Another node has made the first team");
        }
    }
}
