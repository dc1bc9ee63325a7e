package io.switchboard.intake.portal;

import io.switchboard.api.desk.Desk;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.intake.FollowLinks;
import io.switchboard.api.intake.SignInLinks;
import io.switchboard.api.people.Customer;
import io.switchboard.api.people.Directory;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.ticket.Ticket;
import java.net.URI;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What somebody who is signed in asked for, and how they come to be signed in. */
@Component(service = OwnTickets.class)
public final class OwnTickets {
    static final int SHOWN = 50;

    private static final int OPENED_AN_HOUR = 300;

    private final Desk desk;
    private final Directory directory;
    private final FollowLinks links;
    private final SignInLinks signIn;
    private final FormBudget opened;

    /** Makes it. */
    @Activate
    public OwnTickets(
            @Reference Desk desk,
            @Reference Directory directory,
            @Reference FollowLinks links,
            @Reference SignInLinks signIn,
            @Reference PluginContext context) {
        this.desk = desk;
        this.directory = directory;
        this.links = links;
        this.signIn = signIn;
        this.opened = new FormBudget(context.clock(), OPENED_AN_HOUR);
    }

    /** Returns the latest requests of a person. */
    List<Ticket> of(PersonId person) {
        return desk.ticketsOf(person, SHOWN);
    }

    /** Returns the name of a person; empty if they are no customer. */
    String name(PersonId person) {
        return directory.customer(person).map(Customer::name).orElse("");
    }

    /**
     * Returns the private link of a request, on which they go on as they would by the one they got for it.
     *
     * @throws SwitchboardException with {@code not-found}, the same for all that are not theirs
     */
    URI link(PersonId person, String number) {
        Ticket ticket = desk.ticketByNumber(number)
                .filter(found -> found.requester().id().equals(person))
                .orElseThrow(() -> SwitchboardException.notFound("ticket"));
        opened.spend(person.toString());
        return links.issue(ticket.id(), person);
    }

    /** Returns whether links by which people sign in can be sent. */
    boolean canSendLinks() {
        return signIn.available();
    }

    /** Sends a link, if there is a customer of this address. */
    void sendLink(String email, String remoteAddress) {
        signIn.send(email, remoteAddress);
    }
}
