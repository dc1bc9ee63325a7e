package io.switchboard.core.people.directory;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.NamePosition;
import io.switchboard.core.store.people.OrganizationRow;
import io.switchboard.core.store.people.OrganizationStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonSearch;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.TimerKind;
import io.switchboard.core.timing.Timers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has the open tickets of an organization's members looked at again after it became very important, or ceased to be. There
 * may be many, so a timer does it, one member at a time; after a crash it begins anew, which tells some twice and harms
 * nobody.
 */
@Component(service = {TellMembers.class, TimerKind.class})
public final class TellMembers implements TimerKind {
    private static final String KIND = "organization-importance";
    private static final int PAGE = 100;

    private final Transactions transactions;
    private final OrganizationStore organizations;
    private final PersonStore persons;
    private final ImportanceListener importance;
    private final Timers timers;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public TellMembers(
            @Reference Transactions transactions,
            @Reference OrganizationStore organizations,
            @Reference PersonStore persons,
            @Reference ImportanceListener importance,
            @Reference Timers timers,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.persons = persons;
        this.importance = importance;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public String id() {
        return KIND;
    }

    /** Has the members told soon; in the transaction that changes the organization. */
    void soon(OrganizationId organization) {
        timers.set(KIND, organization.toString(), clock.now());
    }

    @Override
    public void ring(String subject, Instant due) {
        transactions.read(() -> organizations.find(OrganizationId.of(subject))).ifPresent(this::tell);
    }

    private void tell(OrganizationRow organization) {
        String reason = organization.vip()
                ? "The organization became very important"
                : "The organization is not very important any more";
        NamePosition after = null;
        List<PersonRow> page;
        do {
            page = page(organization.id(), after);
            for (PersonRow member : page) {
                transactions.write(() -> {
                    importance.importanceChanged(member.id(), organization.vip(), reason);
                    return member;
                });
                after = new NamePosition(member.nameKey(), member.id().value());
            }
        } while (page.size() == PAGE);
    }

    private List<PersonRow> page(OrganizationId organization, @Nullable NamePosition after) {
        return transactions.read(() -> persons.list(new PersonSearch(false, null, organization, after, PAGE)));
    }
}
