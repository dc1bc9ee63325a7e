package io.switchboard.core.desk.configuration;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.PriorityMatrix.Matrix;
import io.switchboard.core.desk.configuration.PriorityMatrix.Row;
import io.switchboard.core.desk.record.EditTicket.Patch;
import io.switchboard.core.store.StoreTestbed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which priority follows from impact and urgency (CL3). */
class PriorityMatrixTest {
    private static final Row ALL_FIRST = new Row(Priority.P1, Priority.P1, Priority.P1);

    private final StoreTestbed store = StoreTestbed.hsqldb();
    private DeskBench desk;
    private Caller administrator;

    @BeforeEach
    void begin() {
        store.open();
        desk = new DeskBench(store);
        administrator = desk.administrator();
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void aDeskThatChoseNoneHasTheStandardOne() {
        for (Level impact : Level.values()) {
            for (Level urgency : Level.values()) {
                assertThat(desk.matrix.of(impact, urgency)).isEqualTo(Priority.of(impact, urgency));
            }
        }
    }

    @Test
    void eachCellIsReadByImpactAndThenUrgency() {
        Row low = new Row(Priority.P2, Priority.P3, Priority.P4);
        desk.matrix.replace(administrator, new Matrix(ALL_FIRST, ALL_FIRST, low), Precondition.any());
        assertThat(desk.matrix.of(Level.LOW, Level.HIGH)).isEqualTo(Priority.P2);
        assertThat(desk.matrix.of(Level.LOW, Level.MEDIUM)).isEqualTo(Priority.P3);
        assertThat(desk.matrix.of(Level.HIGH, Level.LOW)).isEqualTo(Priority.P1);
    }

    @Test
    void aNewTicketHasThePriorityOfTheMatrixAndAnOldOneKeepsItsOwn() {
        Ticket old = desk.open(desk.customer());
        desk.matrix.replace(administrator, new Matrix(ALL_FIRST, ALL_FIRST, ALL_FIRST), Precondition.any());
        assertThat(desk.open(desk.customer()).classification().priority()).isEqualTo(Priority.P1);
        assertThat(desk.now(old.id()).classification().priority()).isEqualTo(Priority.P3);
    }

    @Test
    void anEditThatSetsNeitherImpactNorUrgencyKeepsThePriority() {
        Ticket old = desk.open(desk.customer());
        desk.matrix.replace(administrator, new Matrix(ALL_FIRST, ALL_FIRST, ALL_FIRST), Precondition.any());
        Ticket edited =
                desk.edit.handle(administrator, old.id(), Precondition.any(), Patch.type(TicketType.QUESTION), null);
        assertThat(edited.classification().type()).isEqualTo(TicketType.QUESTION);
        assertThat(edited.classification().priority()).isEqualTo(Priority.P3);
    }

    @Test
    void onlyAdministratorsChangeItAndNeverUnseen() {
        Matrix wanted = new Matrix(ALL_FIRST, ALL_FIRST, ALL_FIRST);
        refused(ErrorCode.RIGHT_MISSING, () -> desk.matrix.replace(desk.agent(), wanted, Precondition.any()));
        desk.matrix.replace(administrator, wanted, Precondition.version(0));
        refused(
                ErrorCode.STALE_VERSION,
                () -> desk.matrix.replace(administrator, Matrix.STANDARD, Precondition.version(0)));
        refused(
                ErrorCode.STALE_VERSION,
                () -> desk.matrix.replace(administrator, Matrix.STANDARD, Precondition.version(7)));
        assertThat(desk.matrix.get(administrator).content()).isEqualTo(wanted);
    }
}
