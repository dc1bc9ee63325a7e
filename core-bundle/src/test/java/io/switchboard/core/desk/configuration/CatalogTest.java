package io.switchboard.core.desk.configuration;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Desk.TicketPatch;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.Catalog.Versioned;
import io.switchboard.core.desk.record.EditTicket.Patch;
import io.switchboard.core.store.StoreTestbed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Categories, products and what priorities mean (CL1, CL2, IN6). */
class CatalogTest {
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
    void eachDeskBeginsWithTheFiveCategoriesAndFourPriorities() {
        assertThat(ids(CatalogKind.CATEGORY))
                .contains(
                        "account-management",
                        "billing-payment",
                        "technical-issues",
                        "feature-requests",
                        "general-inquiries");
        assertThat(desk.catalog.list(administrator, CatalogKind.PRIORITY))
                .extracting(Versioned::entry)
                .hasSize(4)
                .allSatisfy(priority -> assertThat(priority.description()).startsWith("Sev-"));
    }

    @Test
    void whatAnAdministratorRemovedDoesNotComeBackAtTheNextStart() {
        Versioned entry = desk.catalog.get(administrator, CatalogKind.CATEGORY, "general-inquiries");
        desk.catalog.remove(administrator, CatalogKind.CATEGORY, "general-inquiries", entry.version());
        new Catalog(store.transactions(), desk.settings, desk.audit);
        assertThat(ids(CatalogKind.CATEGORY)).doesNotContain("general-inquiries");
    }

    @Test
    void categoriesFormATree() {
        add("technical-issues/printer", "Printer");
        refused(ErrorCode.INVALID_FIELD, () -> add("nowhere/printer", "Printer"));
        refused(ErrorCode.ALREADY_EXISTS, () -> add("technical-issues/printer", "Again"));
        refused(ErrorCode.INVALID_FIELD, () -> add("Bad Id", "x"));
        refused(
                ErrorCode.IN_USE,
                () -> desk.catalog.remove(administrator, CatalogKind.CATEGORY, "technical-issues", 1));
    }

    @Test
    void onlyAdministratorsChangeThemAndNeverUnseen() {
        refused(
                ErrorCode.RIGHT_MISSING,
                () -> desk.catalog.add(desk.agent(), CatalogKind.CATEGORY, entry("new", "New")));
        Versioned known = add("new", "New");
        desk.catalog.replace(administrator, CatalogKind.CATEGORY, entry("new", "Newer"), known.version());
        refused(
                ErrorCode.STALE_VERSION,
                () -> desk.catalog.replace(
                        administrator, CatalogKind.CATEGORY, entry("new", "Newest"), known.version()));
        refused(
                ErrorCode.POLICY_REFUSED,
                () -> desk.catalog.add(administrator, CatalogKind.PRIORITY, entry("p9", "Nine")));
    }

    @Test
    void aTicketIsFiledUnderACategoryThatExists() {
        Ticket ticket = desk.open(desk.customer());
        edit(ticket, "technical-issues/network", null);
        assertThat(desk.now(ticket.id()).classification().category()).isEqualTo("technical-issues/network");
        SwitchboardException refusal = refused(ErrorCode.INVALID_FIELD, () -> edit(ticket, "no-such", null));
        assertThat(refusal.fields().get(0).field()).isEqualTo("category");
    }

    @Test
    void productsAreCheckedOnceThereAreAny() {
        Ticket ticket = desk.open(desk.customer());
        edit(ticket, null, "anything");
        desk.catalog.add(administrator, CatalogKind.PRODUCT, entry("mail", "Mail"));
        refused(ErrorCode.INVALID_FIELD, () -> edit(ticket, null, "something"));
        edit(ticket, null, "mail");
    }

    private void edit(Ticket ticket, @Nullable String category, @Nullable String product) {
        TicketPatch patch = new TicketPatch(null, category, product, Set.of(), Set.of(), Map.of(), null, null);
        desk.edit.handle(administrator, ticket.id(), Precondition.any(), Patch.of(patch), null);
    }

    private Versioned add(String id, String name) {
        return desk.catalog.add(administrator, CatalogKind.CATEGORY, entry(id, name));
    }

    private static CatalogEntry entry(String id, String name) {
        return new CatalogEntry(id, name, null, true);
    }

    private List<String> ids(CatalogKind kind) {
        return desk.catalog.list(administrator, kind).stream()
                .map(found -> found.entry().id())
                .toList();
    }
}
