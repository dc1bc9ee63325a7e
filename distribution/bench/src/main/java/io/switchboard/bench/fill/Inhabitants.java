package io.switchboard.bench.fill;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.MyBatisTransactions;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.SqlPersonStore;
import io.switchboard.core.store.people.SqlTeamStore;
import io.switchboard.core.store.people.TeamRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Who asks and who answers.
 *
 * @param customers made for this fill
 * @param agents the members of all teams, each with the team to work for
 */
record Inhabitants(List<PersonReference> customers, List<Agent> agents) {
    private static final int BATCH = 1_000;

    /** An agent with a team. */
    record Agent(PersonReference person, TeamReference team) {}

    /** Adds customers and finds the agents. */
    static Inhabitants settle(MyBatisTransactions transactions, IdGenerator ids, int customers) {
        List<Agent> agents = transactions.read(() -> agents(transactions));
        if (agents.isEmpty()) {
            throw new IllegalArgumentException("Nobody belongs to a team; add a team with agents first");
        }
        List<PersonReference> added = new ArrayList<>();
        for (int from = 0; from < customers; from += BATCH) {
            int end = Math.min(customers, from + BATCH);
            added.addAll(transactions.write(() -> customers(transactions, ids, end - added.size())));
        }
        return new Inhabitants(added, agents);
    }

    private static List<Agent> agents(MyBatisTransactions transactions) {
        SqlTeamStore teams = new SqlTeamStore(transactions);
        SqlPersonStore persons = new SqlPersonStore(transactions);
        List<Agent> agents = new ArrayList<>();
        for (TeamRow team : teams.list(null, null, 100)) {
            persons.references(teams.members(team.id()))
                    .values()
                    .forEach(person ->
                            agents.add(new Agent(person, new TeamReference(team.id(), team.name(), team.tier()))));
        }
        return agents;
    }

    private static List<PersonReference> customers(MyBatisTransactions transactions, IdGenerator ids, int count) {
        SqlPersonStore persons = new SqlPersonStore(transactions);
        List<PersonReference> added = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            PersonId id = new PersonId(ids.next());
            String name = "Customer " + id.toString().substring(24);
            String email = id + "@customers.example";
            persons.insert(PersonRow.customer(id, name, email, email, null, null, null, Instant.now()));
            added.add(new PersonReference(id, name, email, false));
        }
        return added;
    }

    PersonReference customer(Random random) {
        return customers.get(random.nextInt(customers.size()));
    }

    Agent agent(Random random) {
        return agents.get(random.nextInt(agents.size()));
    }
}
