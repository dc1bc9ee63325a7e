package io.switchboard.core.desk;

import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.assignment.AutomaticAssignment;
import io.switchboard.core.desk.macro.ApplyMacro;
import io.switchboard.core.desk.macro.Macros;
import io.switchboard.core.desk.macro.Steps;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.relation.ChangeParticipants;
import io.switchboard.core.desk.shelf.Shelf;
import io.switchboard.core.desk.template.Templates;
import io.switchboard.core.desk.view.Views;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.shelf.SqlShelfStore;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Templates, macros and views over the use cases of the desk, for tests. */
public final class ShelfBench {
    public final DeskBench desk;
    public final Shelf shelf;
    public final Templates templates;
    public final Macros macros;
    public final ApplyMacro apply;
    public final Views views;
    public final ListTickets list;
    public final Rules rules;

    /** Makes it on an open store. */
    public ShelfBench(StoreTestbed testbed) {
        desk = new DeskBench(testbed);
        var transactions = testbed.transactions();
        shelf = new Shelf(
                transactions, new SqlShelfStore(testbed.mappers()), desk.teams, testbed.ids(), desk.clock, desk.audit);
        templates = new Templates(
                shelf,
                desk.catalog,
                desk.read,
                transactions,
                desk.persons,
                desk.lifecycle,
                desk.clock,
                URI.create("https://help.example.org"));
        macros = new Macros(shelf);
        rules = new Rules();
        apply = new ApplyMacro(
                macros,
                transactions,
                desk.changes,
                desk.read,
                new Steps(
                        desk.read,
                        desk.post,
                        desk.assign,
                        rules,
                        desk.transition,
                        desk.edit,
                        desk.postpone,
                        new ChangeParticipants(
                                transactions, desk.changes, desk.read, desk.tickets, desk.persons, desk.contacts),
                        shelf,
                        templates,
                        desk.clock));
        list = new ListTickets(transactions, desk.tickets, desk.clock);
        views = new Views(shelf, list, desk.catalog, transactions, desk.persons, desk.teams);
    }

    /** Returns a supervisor of a team. */
    public Caller supervisor(TeamId team) {
        return Caller.person(desk.person("supervisor"), BuiltInRole.SUPERVISOR.rights(), "api")
                .withTeams(Set.of(team), Set.of(team));
    }

    /** Rules that choose whom a test says, and that see whether a transaction is open while they are asked. */
    public final class Rules implements AutomaticAssignment {
        /** Whom they choose, or nobody. */
        public @Nullable PersonId choice;
        /** How often they were asked. */
        public int asked;
        /** How many of their next choices find the desk changed. */
        public int outdated;

        @Override
        public Question prepare(Caller caller, TicketId ticket) {
            return () -> {
                if (desk.testbed.transactions().active()) {
                    throw new IllegalStateException("the rules were asked inside a transaction");
                }
                asked++;
                return () -> write(caller, ticket);
            };
        }

        private boolean write(Caller caller, TicketId ticket) {
            if (outdated > 0) {
                outdated--;
                return false;
            }
            desk.assign.handle(
                    caller, new AssignTicket.Command(ticket, Precondition.any(), choice, null, "the rules say so"));
            return true;
        }
    }
}
