package io.switchboard.core.feed;

import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.lease.Lease;
import io.switchboard.core.store.lease.Leases;
import io.switchboard.core.store.lease.NodeIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the leases of the lanes of this node, all in one transaction. */
@Component(service = LaneLeases.class)
public final class LaneLeases {
    /** How many seconds pass between renewals. */
    static final int RENEW_SECONDS = 5;

    private static final Duration DURATION = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(LaneLeases.class);

    private final Transactions transactions;
    private final Leases leases;
    private final NodeIdentity node;

    /** Makes the keeper. */
    @Activate
    public LaneLeases(@Reference Transactions transactions, @Reference Leases leases, @Reference NodeIdentity node) {
        this.transactions = transactions;
        this.leases = leases;
        this.node = node;
    }

    /** Takes leases for lanes that have none and, if asked to, renews those of the others. */
    void keep(List<Lane> lanes, boolean renew) {
        List<Lane> wanted = new ArrayList<>();
        for (Lane lane : lanes) {
            if (renew || !lane.mayGoOn()) {
                wanted.add(lane);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        long askedAt = System.nanoTime();
        List<Optional<Lease>> taken;
        try {
            taken = transactions.write(() -> wanted.stream().map(this::take).toList());
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            LOG.debug("Another node took a lease first; asking again with the next look", anotherNodeWasFaster);
            return;
        }
        for (int i = 0; i < wanted.size(); i++) {
            Lane lane = wanted.get(i);
            taken.get(i).ifPresentOrElse(lease -> lane.hold(lease, askedAt, DURATION), lane::lose);
        }
    }

    private Optional<Lease> take(Lane lane) {
        @Nullable Lease known = lane.lease();
        return known == null ? leases.acquire(lane.leaseName(), node.id(), DURATION) : leases.renew(known, DURATION);
    }

    /** Gives the leases of lanes that have stopped back. */
    void release(List<Lane> lanes) {
        transactions.write(() -> {
            for (Lane lane : lanes) {
                Lease lease = lane.lease();
                if (lease != null && lane.idle()) {
                    leases.release(lease);
                }
            }
            return true;
        });
    }
}
