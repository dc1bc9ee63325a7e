package io.switchboard.core.triage;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.triage.StoredTriagePolicy.Content;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What administrators decide about triage. */
class EditTriagePolicyTest {
    private static final Caller ADMINISTRATOR = Caller.system("test");
    private static final Precondition ANY = Precondition.any();
    private static final String NOBODY = new UUID(0, 7).toString();

    private final StoreTestbed store = StoreTestbed.hsqldb();
    private TriageBench bench;

    @BeforeEach
    void begin() {
        store.open();
        bench = new TriageBench(store);
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void whatIsDecidedHoldsAtOnce() {
        TeamId team = bench.team("rest");
        bench.editPolicy.replace(
                ADMINISTRATOR,
                new Content(
                        team.toString(),
                        List.of(team.toString()),
                        0.9,
                        Map.of("technical-issues/network", List.of("network"))),
                ANY);
        assertThat(bench.policy.defaultTeam()).isEqualTo(team);
        assertThat(bench.policy.needs(team)).isTrue();
        assertThat(bench.policy.assignsAutomatically(team)).isFalse();
        assertThat(bench.policy.threshold()).isEqualTo(0.9);
    }

    @Test
    void aTeamThatIsAssignedByHandSpeaksForTheTeamsBelowIt() {
        TeamId team = bench.team("first");
        TeamId below = bench.team("below");
        TeamId beside = bench.team("beside");
        bench.below(team, below);
        bench.editPolicy.replace(ADMINISTRATOR, policy(null, List.of(team.toString()), Map.of()), ANY);
        assertThat(bench.policy.assignsAutomatically(team)).isFalse();
        assertThat(bench.policy.assignsAutomatically(below)).isFalse();
        assertThat(bench.policy.assignsAutomatically(beside)).isTrue();
        assertThat(bench.policy.assignsAutomatically(null)).isTrue();
    }

    @Test
    void itIsForAdministratorsAndForWhoeverSawTheLatest() {
        Caller agent = Caller.person(new PersonId(new UUID(0, 1)), BuiltInRole.AGENT.rights(), "api");
        refused(ErrorCode.RIGHT_MISSING, () -> bench.editPolicy.get(agent));
        refused(ErrorCode.RIGHT_MISSING, () -> bench.editPolicy.replace(agent, Content.DEFAULT, ANY));
        assertThat(bench.editPolicy.get(ADMINISTRATOR).version()).isZero();
        bench.editPolicy.replace(ADMINISTRATOR, Content.DEFAULT, Precondition.version(0));
        refused(
                ErrorCode.STALE_VERSION,
                () -> bench.editPolicy.replace(ADMINISTRATOR, Content.DEFAULT, Precondition.version(0)));
    }

    @Test
    void whatWasNamedBeforeAndIsGoneMayStayNamed() {
        TeamId team = bench.team("rest");
        Content manual = policy(null, List.of(team.toString()), Map.of());
        bench.editPolicy.replace(ADMINISTRATOR, manual, ANY);
        bench.sql("delete from team where id = '" + team + "'");
        bench.editPolicy.replace(ADMINISTRATOR, manual, ANY);
        assertThat(bench.editPolicy.get(ADMINISTRATOR).content()).isEqualTo(manual);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("defaultTeam", policy("Support", List.of(), Map.of())),
                Arguments.of("defaultTeam", policy(NOBODY, List.of(), Map.of())),
                Arguments.of("manualTeams", policy(null, List.of(NOBODY), Map.of())),
                Arguments.of("manualTeams", policy(null, Collections.nCopies(501, NOBODY), Map.of())),
                Arguments.of("threshold", new Content(null, List.of(), 1.1, Map.of())),
                Arguments.of("threshold", new Content(null, List.of(), Double.NaN, Map.of())),
                Arguments.of("skills", policy(null, List.of(), Map.of("no/category", List.of()))),
                Arguments.of("skills.security", policy(null, List.of(), Map.of("security", List.of("Not a skill")))));
    }

    private static Content policy(@Nullable String defaultTeam, List<String> manual, Map<String, List<String>> skills) {
        return new Content(defaultTeam, manual, 0.6, skills);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whatIsWrongIsNamed(String field, Content wanted) {
        assertThat(refused(ErrorCode.INVALID_FIELD, () -> bench.editPolicy.replace(ADMINISTRATOR, wanted, ANY))
                        .fields())
                .extracting(FieldError::field)
                .containsExactly(field);
    }
}
