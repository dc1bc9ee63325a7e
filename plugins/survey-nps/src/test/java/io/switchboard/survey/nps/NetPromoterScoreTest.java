package io.switchboard.survey.nps;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.Organization;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.survey.SurveyProvider;
import io.switchboard.api.survey.SurveySelection;
import io.switchboard.api.survey.SurveySelection.SelectionQuestion;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.SurveyProviderContract;
import io.switchboard.testkit.SurveySelectionContract;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.fake.InMemoryDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Some customers are asked, by organization, category, chance and quiet time. */
class NetPromoterScoreTest {
    private static final Duration QUIET = Duration.ofDays(90);

    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final NetPromoterScore testee = score(100, List.of(), List.of());

    @Test
    void ofAThousandTicketsAboutAsManyAreDrawnAsTheChanceSaysAndAlwaysTheSame() {
        List<Long> drawn = drawn(score(20, List.of(), List.of()));
        assertThat(drawn).hasSizeBetween(150, 250);
        assertThat(drawn(score(20, List.of(), List.of()))).isEqualTo(drawn);
        assertThat(drawn(score(40, List.of(), List.of()))).containsAll(drawn);
        assertThat(drawn(testee)).hasSize(1_000);
        assertThat(drawn(score(0, List.of(), List.of()))).isEmpty();
    }

    @Test
    void onlyMembersOfTheNamedOrganizationsAreAsked() {
        directory.add(new Organization(SampleIds.organization(1), "Globex", Set.of(), false, false));
        Ticket member = ticketOf(SampleIds.organization(1));
        for (String named : List.of("globex", SampleIds.organization(1).toString())) {
            NetPromoterScore some = score(100, List.of(named), List.of());
            assertThat(some.select(asked(member, null))).contains("nps");
            assertThat(some.select(asked(ticketOf(SampleIds.organization(2)), null)))
                    .isEmpty();
            assertThat(some.select(asked(Samples.ticket(3).build(), null))).isEmpty();
        }
    }

    @Test
    void aCategoryStandsForThoseBelowItToo() {
        NetPromoterScore some = score(100, List.of(), List.of("billing"));
        assertThat(some.select(asked(Samples.ticket(1).about("billing", null).build(), null)))
                .contains("nps");
        assertThat(some.select(
                        asked(Samples.ticket(1).about("billing/refunds", null).build(), null)))
                .contains("nps");
        assertThat(some.select(
                        asked(Samples.ticket(1).about("billing-old", null).build(), null)))
                .isEmpty();
        assertThat(some.select(asked(Samples.ticket(1).about(null, null).build(), null)))
                .isEmpty();
    }

    @Test
    void whoeverWasAskedLatelyIsLeftAlone() {
        Ticket ticket = Samples.ticket(1).build();
        assertThat(testee.select(asked(ticket, Samples.NOW.minus(QUIET)))).contains("nps");
        assertThat(testee.select(asked(ticket, Samples.NOW.minus(QUIET).plusSeconds(1))))
                .isEmpty();
    }

    @Test
    void machinesAreNotAsked() {
        assertThat(testee.select(asked(Samples.ticket(1).channel("monitoring").build(), null)))
                .isEmpty();
    }

    @Test
    void aChanceOfNothingIsRemarkedOn() {
        assertThat(testee.check().grade()).isEqualTo(PluginHealth.Grade.GREEN);
        assertThat(score(0, List.of(), List.of()).check().message()).contains("'chance'");
    }

    private static Ticket ticketOf(OrganizationId organization) {
        return Samples.ticket(1)
                .requester(Samples.customer(1).organization(organization).build())
                .build();
    }

    private static List<Long> drawn(NetPromoterScore some) {
        return LongStream.rangeClosed(1, 1_000)
                .filter(serial ->
                        some.select(asked(Samples.ticket(serial).build(), null)).isPresent())
                .boxed()
                .toList();
    }

    private NetPromoterScore score(int chance, List<String> organizations, List<String> categories) {
        return new NetPromoterScore(
                directory, new Rule(chance, QUIET, organizations, categories, List.of("monitoring")), 6);
    }

    private static SelectionQuestion asked(Ticket ticket, @Nullable Instant last) {
        return new SelectionQuestion(ticket, Samples.customer(1).build(), last, List.of("nps", "rating"), Samples.NOW);
    }

    @Nested
    class AsAProvider implements SurveyProviderContract {
        @Override
        public SurveyProvider testee() {
            return testee;
        }
    }

    @Nested
    class AsASelection implements SurveySelectionContract {
        @Override
        public SurveySelection testee() {
            return testee;
        }
    }

    @Nested
    class ItsHealth implements PluginHealthContract {
        @Override
        public PluginHealth testee() {
            return testee;
        }
    }
}
