package io.switchboard.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.notification.Occasion;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.ReactionContract;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.fake.InMemoryNotifications;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On which occasions people are told. */
class NotifyPeopleTest implements ReactionContract {
    private final InMemoryNotifications notifications = new InMemoryNotifications();
    private final NotifyPeople testee =
            notify("received", "replied", "resolved", "closed", "expected", "assigned", "answered");

    @Override
    public Reaction testee() {
        return testee;
    }

    @Override
    public Set<EventType> wanted() {
        return Set.of(
                EventType.TICKET_OPENED,
                EventType.MESSAGE_SENT,
                EventType.MESSAGE_RECEIVED,
                EventType.TICKET_ASSIGNED,
                EventType.TICKET_RESOLVED,
                EventType.TICKET_CLOSED,
                EventType.TICKET_EXPECTATION_CHANGED);
    }

    @Override
    public Ticket known() {
        return Samples.ticket(1).build();
    }

    @Override
    public Object effect() {
        return notifications.told();
    }

    @Test
    void peopleAreToldOnTheOccasionsThatTheSettingsNameAndOnNoOther() throws Exception {
        NotifyPeople some = notify("replied", "", "birthday");
        some.react(List.of(
                Samples.event(known(), 1, EventType.TICKET_OPENED),
                Samples.event(known(), 2, EventType.MESSAGE_SENT),
                Samples.event(known(), 3, EventType.MESSAGE_NOTED)));

        assertThat(notifications.told())
                .extracting(InMemoryNotifications.Told::occasion)
                .containsExactly(Occasion.REPLIED);
        assertThat(some.check().grade()).isEqualTo(PluginHealth.Grade.YELLOW);
        assertThat(some.check().message()).contains("'birthday'");
        assertThat(testee.check()).isEqualTo(PluginHealth.State.WELL);
    }

    private NotifyPeople notify(String... occasions) {
        return new NotifyPeople(new Settings(occasions), notifications);
    }

    private record Settings(String[] occasions) implements NotifySettings {
        @Override
        public Class<? extends Annotation> annotationType() {
            return NotifySettings.class;
        }
    }
}
