package io.switchboard.testkit.fake;

import io.switchboard.api.intake.FollowLinks;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Private links that hold until a test lets them expire. */
public final class InMemoryFollowLinks implements FollowLinks {
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();

    @Override
    public URI issue(TicketId ticket, PersonId person) {
        String token = UUID.randomUUID().toString();
        followers.put(token, new Follower(ticket, person));
        return URI.create("https://desk.example.com/follow/" + token);
    }

    @Override
    public Optional<Follower> resolve(String token) {
        return Optional.ofNullable(followers.get(token));
    }

    /** Lets all links expire. */
    public void expire() {
        followers.clear();
    }
}
