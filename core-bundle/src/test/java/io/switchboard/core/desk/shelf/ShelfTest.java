package io.switchboard.core.desk.shelf;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.desk.ShelfBench;
import io.switchboard.core.store.StoreTestbed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who sees and changes what is kept for oneself, for a team and for everybody. */
class ShelfTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    /** What the items of this test hold. */
    public record Note(String text) {}

    private static final ItemKind<Note> NOTES = new ItemKind<>(
            "note", Note.class, AuditKind.TEMPLATE_MADE, AuditKind.TEMPLATE_CHANGED, AuditKind.TEMPLATE_REMOVED);

    private ShelfBench bench;
    private TeamId team;
    private Caller agent;
    private Caller supervisor;

    @BeforeEach
    void begin() {
        bench = new ShelfBench(STORE);
        team = bench.desk.team();
        agent = bench.desk.agent(team);
        supervisor = bench.supervisor(team);
    }

    @Test
    void whatIsOnesOwnNobodyElseSees() {
        Item<Note> own = add(agent, Reach.OWN, null);
        assertThat(bench.shelf.get(agent, NOTES, own.id())).isEqualTo(own);
        for (Caller other : new Caller[] {bench.desk.agent(team), supervisor, bench.desk.administrator()}) {
            refused(ErrorCode.NOT_FOUND, () -> bench.shelf.get(other, NOTES, own.id()));
            refused(ErrorCode.NOT_FOUND, () -> bench.shelf.remove(other, NOTES, own.id(), 1));
            assertThat(bench.shelf.list(other, NOTES, null, 100)).doesNotContain(own);
        }
        refused(ErrorCode.RIGHT_MISSING, () -> bench.shelf.get(bench.desk.customer(), NOTES, own.id()));
        refused(ErrorCode.RIGHT_MISSING, () -> add(bench.desk.customer(), Reach.OWN, null));
    }

    @Test
    void whatATeamHasItsMembersSeeAndWithTheRightTheyChange() {
        refused(ErrorCode.RIGHT_MISSING, () -> add(agent, Reach.TEAM, team));
        Item<Note> item = add(supervisor, Reach.TEAM, team);
        assertThat(bench.shelf.get(agent, NOTES, item.id())).isEqualTo(item);
        refused(ErrorCode.RIGHT_MISSING, () -> bench.shelf.remove(agent, NOTES, item.id(), 1));
        Caller elsewhere = bench.supervisor(bench.desk.team());
        refused(ErrorCode.NOT_FOUND, () -> bench.shelf.get(elsewhere, NOTES, item.id()));
        refused(ErrorCode.INVALID_FIELD, () -> add(elsewhere, Reach.TEAM, team));
        assertThat(bench.shelf.list(elsewhere, NOTES, null, 100)).doesNotContain(item);
        assertThat(bench.shelf.list(bench.desk.administrator(), NOTES, null, 200))
                .contains(item);
    }

    @Test
    void whatEverybodyHasIsChangedWithTheRight() {
        Item<Note> item = add(supervisor, Reach.EVERYBODY, null);
        assertThat(bench.shelf.get(bench.desk.agent(), NOTES, item.id())).isEqualTo(item);
        Label kept = item.label();
        refused(ErrorCode.RIGHT_MISSING, () -> bench.shelf.replace(agent, NOTES, item.id(), 1, kept, new Note("mine")));
        Label taken = new Label("x", Reach.OWN, null, 0);
        refused(
                ErrorCode.RIGHT_MISSING,
                () -> bench.shelf.replace(agent, NOTES, item.id(), 1, taken, new Note("mine")));
        refused(ErrorCode.RIGHT_MISSING, () -> add(agent, Reach.EVERYBODY, null));
    }

    @Test
    void nobodyOverwritesUnseen() {
        Item<Note> item = add(agent, Reach.OWN, null);
        Item<Note> newer = bench.shelf.replace(agent, NOTES, item.id(), 1, item.label(), new Note("new"));
        assertThat(newer.version()).isEqualTo(2);
        refused(
                ErrorCode.STALE_VERSION,
                () -> bench.shelf.replace(agent, NOTES, item.id(), 1, item.label(), new Note("old")));
        refused(ErrorCode.STALE_VERSION, () -> bench.shelf.remove(agent, NOTES, item.id(), 1));
        bench.shelf.remove(agent, NOTES, item.id(), 2);
        refused(ErrorCode.NOT_FOUND, () -> bench.shelf.get(agent, NOTES, item.id()));
    }

    @Test
    void labelsHaveLimits() {
        for (Label wrong : new Label[] {
            new Label("", Reach.OWN, null, 0),
            new Label("x".repeat(201), Reach.OWN, null, 0),
            new Label("a\u0000", Reach.OWN, null, 0),
            new Label("x", Reach.OWN, team, 0),
            new Label("x", Reach.TEAM, null, 0),
            new Label("x", Reach.OWN, null, -1),
            new Label("x", Reach.OWN, null, 10_000)
        }) {
            refused(ErrorCode.INVALID_FIELD, () -> bench.shelf.add(agent, NOTES, wrong, new Note("x")));
        }
        Label nowhere = new Label("x", Reach.TEAM, new TeamId(STORE.ids().next()), 0);
        refused(
                ErrorCode.INVALID_FIELD,
                () -> bench.shelf.add(bench.desk.administrator(), NOTES, nowhere, new Note("x")));
    }

    @Test
    void thereIsARoomThatIsFullAtSomeTime() {
        for (int i = 0; i < Shelf.MOST; i++) {
            add(agent, Reach.OWN, null);
        }
        refused(ErrorCode.POLICY_REFUSED, () -> add(agent, Reach.OWN, null));
        add(bench.desk.agent(team), Reach.OWN, null);
    }

    private Item<Note> add(Caller caller, Reach reach, @Nullable TeamId of) {
        return bench.shelf.add(caller, NOTES, new Label("A name", reach, of, 0), new Note("text"));
    }
}
