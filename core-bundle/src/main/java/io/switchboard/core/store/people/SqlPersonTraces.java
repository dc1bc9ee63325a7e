package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.MapperSource;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person leaves in the tables of others, in SQL. */
@Component(service = PersonTraces.class)
public final class SqlPersonTraces implements PersonTraces {
    private final MapperSource mappers;

    /** Makes it. */
    @Activate
    public SqlPersonTraces(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void removeAccount(PersonId person) {
        PersonTracesMapper mapper = mapper();
        mapper.deleteCredential(person);
        mapper.deleteRecoveryCodes(person);
        mapper.deleteSessions(person);
        mapper.deleteTokens(person);
        mapper.deleteLinks(person);
        mapper.deleteVerifications(person);
        mapper.voidSurveys(person);
        mapper.deleteIdentities(person);
        mapper.deleteRoles(person);
        mapper.deleteMemberships(person);
        mapper.deleteAbsences(person);
        mapper.deleteLoad(person);
        mapper.deleteParticipations(person);
        mapper.deleteShelf(person);
        mapper.deleteOrigins(person);
        mapper.deleteLookup(person);
        mapper.deleteDrafts(person);
        mapper.deletePresence(person);
        mapper.deleteNotifications(person);
        mapper.leaveTasks(person);
    }

    @Override
    public void forgetAnswers(PersonId person) {
        mapper().deleteRequests(name(person));
        mapper().forgetAnswers("%" + person + "%");
    }

    @Override
    public void forgetSent(Collection<String> addresses) {
        if (!addresses.isEmpty()) {
            mapper().deleteSent(addresses);
        }
    }

    @Override
    public void forgetAudited(PersonId person) {
        mapper().forgetAddresses(name(person));
        mapper().forgetStates(name(person));
    }

    @Override
    public List<TicketId> tickets(PersonId person, @Nullable TicketId after, int limit) {
        TreeSet<TicketId> found = new TreeSet<>(mapper().requested(person, after, limit));
        found.addAll(mapper().submitted(person, after, limit));
        found.addAll(mapper().assigned(person, after, limit));
        found.addAll(mapper().written(person, after, limit));
        found.addAll(mapper().planned(person, after, limit));
        found.addAll(mapper().worked(person, after, limit));
        found.addAll(mapper().escalated(person, after, limit));
        found.addAll(mapper().answered(person, after, limit));
        found.addAll(mapper().surveyed(person, after, limit));
        return found.stream().limit(limit).toList();
    }

    private static String name(PersonId person) {
        return "person:" + person;
    }

    private PersonTracesMapper mapper() {
        return mappers.of(PersonTracesMapper.class);
    }
}
