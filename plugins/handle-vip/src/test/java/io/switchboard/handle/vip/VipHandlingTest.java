package io.switchboard.handle.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.handling.HandlingAdvice;
import io.switchboard.api.handling.SpecialHandling.HandlingQuestion;
import io.switchboard.api.people.Customer;
import io.switchboard.api.people.Organization;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.Team;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.SpecialHandlingContract;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.fake.InMemoryDirectory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VipHandlingTest implements SpecialHandlingContract, PluginHealthContract {
    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(7, 7));
    private static final Team KEY_ACCOUNTS = new Team(SampleIds.team(7), "Key accounts", null, 2, false);

    private final InMemoryDirectory directory = new InMemoryDirectory();

    @Override
    public VipHandling testee() {
        return new VipHandling(directory, "key ACCOUNTS", true, true, Priority.P2);
    }

    @Override
    public HandlingQuestion special() {
        return asking(customer(true, null));
    }

    @Test
    void anImportantCustomerGoesToSeniorAgentsOfTheTeamAndIsRaised() {
        directory.add(KEY_ACCOUNTS);
        assertThat(testee().judge(special()))
                .contains(new HandlingAdvice(
                        "The requester is a very important customer",
                        false,
                        KEY_ACCOUNTS.id(),
                        true,
                        Priority.P2,
                        null));
        assertThat(testee().check().grade()).isEqualTo(Grade.GREEN);
    }

    @Test
    void aTeamThatIsNotThereIsToldByHealthAndTheRestHolds() {
        assertThat(testee().judge(special())).hasValueSatisfying(advice -> {
            assertThat(advice.team()).isNull();
            assertThat(advice.seniorOnly()).isTrue();
        });
        assertThat(testee().check().grade()).isEqualTo(Grade.YELLOW);
    }

    @Test
    void aMemberOfAnImportantOrganizationIsImportantIfTheSettingSaysSo() {
        directory.add(new Organization(ORGANIZATION, "Sparhafen", Set.of(), false, true));
        HandlingQuestion question = asking(customer(false, ORGANIZATION));
        assertThat(testee().judge(question)).isPresent();
        assertThat(new VipHandling(directory, "", true, false, null).judge(question))
                .isEmpty();
    }

    @Test
    void anybodyElseIsNot() {
        directory.add(new Organization(ORGANIZATION, "Corner shop", Set.of(), false, false));
        assertThat(testee().judge(asking(customer(false, ORGANIZATION)))).isEmpty();
        assertThat(testee().judge(asking(customer(false, null)))).isEmpty();
    }

    private static Customer customer(boolean vip, @Nullable OrganizationId organization) {
        return new Customer(
                SampleIds.person(900), "Casey", "casey@example.com", null, organization, vip, null, null, Map.of());
    }

    private static HandlingQuestion asking(Customer customer) {
        Ticket ticket = Samples.ticket(1).requester(customer).build();
        return new HandlingQuestion(ticket, customer, List.of());
    }
}
