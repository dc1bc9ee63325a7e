package io.switchboard.core.people;

import io.switchboard.api.intake.FollowLinks;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.web.FrontDoor;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Private links of tickets, good for 90 days. */
@Component(service = FollowLinks.class)
public final class StoredFollowLinks implements FollowLinks {
    private static final Duration VALID = Duration.ofDays(90);

    private final LinkTokens links;
    private final FrontDoor door;

    /** Makes it. */
    @Activate
    public StoredFollowLinks(@Reference LinkTokens links, @Reference FrontDoor door) {
        this.links = links;
        this.door = door;
    }

    @Override
    public URI issue(TicketId ticket, PersonId person) {
        String token =
                links.make(LinkTokens.Purpose.FOLLOW, person, ticket, VALID).token();
        return door.publicAddress().resolve("/follow/" + token);
    }

    @Override
    public Optional<Follower> resolve(String token) {
        return links.find(LinkTokens.Purpose.FOLLOW, token)
                .flatMap(link ->
                        Optional.ofNullable(link.ticketId()).map(ticket -> new Follower(ticket, link.person())));
    }
}
