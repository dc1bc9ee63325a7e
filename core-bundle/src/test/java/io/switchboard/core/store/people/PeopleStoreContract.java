package io.switchboard.core.store.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.AccessStore.LinkRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the stores of people do, on every engine. */
interface PeopleStoreContract {
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    StoreTestbed store();

    default PersonStore persons() {
        return new SqlPersonStore(store().mappers());
    }

    default TeamStore teams() {
        return new SqlTeamStore(store().mappers());
    }

    default OrganizationStore organizations() {
        return new SqlOrganizationStore(store().mappers());
    }

    default AccessStore access() {
        return new SqlAccessStore(store().mappers());
    }

    @Test
    default void customersAreListedByNamePageByPageAndFoundByNameOrAddress() {
        List<String> names = List.of("Zoe Page", "adam Page", "Émile Page", "Bert Page");
        names.forEach(name -> person(name, name.charAt(0) + "page@example.org"));
        List<String> listed = new ArrayList<>();
        NamePosition after = null;
        for (int page = 0; page < 10; page++) {
            NamePosition from = after;
            List<PersonRow> rows = in(() -> persons().list(new PersonSearch(false, null, null, from, 1)));
            if (rows.isEmpty()) {
                break;
            }
            PersonRow last = rows.get(0);
            after = new NamePosition(last.nameKey(), last.id().value());
            listed.add(last.name());
        }
        assertThat(listed.stream().filter(names::contains))
                .containsExactly("adam Page", "Bert Page", "Zoe Page", "Émile Page");
        assertThat(found(false, "ZOE P")).containsExactly("Zoe Page");
        assertThat(found(false, "bpage@")).containsExactly("Bert Page");
        assertThat(found(false, "%")).isEmpty();
    }

    @Test
    default void whoHasARoleIsAnAgentAndNoCustomer() {
        PersonId ann = person("Ann Agent", "ann.agent@example.org");
        in(() -> {
            access().grantRole(ann, "agent");
            return ann;
        });
        assertThat(found(true, "ann a")).containsExactly("Ann Agent");
        assertThat(found(true, "ann.agent@")).containsExactly("Ann Agent");
        assertThat(found(false, "ann a")).isEmpty();
        assertThat(in(() -> access().grants(List.of(ann)))).containsEntry(ann, Set.of("agent"));
        assertThat(in(() -> access().anyActiveHas(List.of("agent", "other")))).isTrue();
        assertThat(in(() -> access().anyActiveHas(List.of("other")))).isFalse();
    }

    @Test
    default void aPersonIsChangedOnlyAsTheyWereSeen() {
        PersonId id = person("Carl", "carl@example.org");
        PersonRow seen = in(() -> persons().find(id).orElseThrow());
        assertThat(in(() -> persons().update(seen, 1))).isTrue();
        assertThat(in(() -> persons().update(seen, 7))).isFalse();
        assertThatThrownBy(() -> person("Carl again", "carl@example.org")).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    default void somebodyIsAwayFromTheBeginOfAnAbsenceToItsEnd() {
        PersonId id = person("Dora", "dora@example.org");
        AbsenceRow absence = new AbsenceRow(store().ids().next(), id, NOON, NOON.plus(Duration.ofDays(1)), "holiday");
        in(() -> {
            persons().insertAbsence(absence);
            return absence;
        });
        assertThat(in(() -> persons().absencesOf(id))).containsExactly(absence);
        assertThat(in(() -> persons().awayAt(NOON))).contains(id);
        assertThat(in(() -> persons().awayAt(NOON.minusMillis(1)))).doesNotContain(id);
        assertThat(in(() -> persons().awayAt(NOON.plus(Duration.ofDays(1))))).doesNotContain(id);
        assertThat(in(() -> persons().deleteAbsence(id, absence.id()))).isTrue();
    }

    @Test
    default void aTeamIsJoinedLeftAndInUseWhileAnotherStandsBelowIt() {
        TeamRow above = team("Above", null);
        TeamRow below = team("Below", above.id());
        PersonId id = person("Eve", "eve@example.org");
        in(() -> {
            teams().join(id, Set.of(above.id(), below.id()));
            teams().join(id, Set.of(below.id()));
            return id;
        });
        assertThat(in(() -> teams().teamsOf(List.of(id)))).containsEntry(id, Set.of(below.id()));
        assertThat(in(() -> teams().members(below.id()))).containsExactly(id);
        assertThat(in(() -> teams().lock(above.id()))).isTrue();
        assertThat(in(() -> teams().lock(new TeamId(store().ids().next())))).isFalse();
        assertThat(in(() -> teams().find(above.id()))).contains(above);
        assertThat(in(() -> teams().inUse(above.id()))).isTrue();
        assertThat(in(() -> teams().inUse(below.id()))).isFalse();
        assertThat(in(() -> teams().count(
                                List.of(above.id(), new TeamId(store().ids().next())))))
                .isEqualTo(1);
        assertThat(in(() -> teams().list("BEL", null, 5))).containsExactly(below);
        in(() -> {
            teams().delete(below.id());
            return id;
        });
        assertThat(in(() -> teams().teamsOf(List.of(id)))).isEmpty();
        assertThatThrownBy(() -> team("above", null)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    default void aDomainBelongsToOneOrganization() {
        OrganizationRow acme = organization("Acme", "acme.example");
        assertThat(in(() -> persons().organizationOfDomain("acme.example"))).contains(acme.id());
        assertThatThrownBy(() -> organization("Other", "acme.example")).isInstanceOf(DuplicateKeyException.class);
        assertThat(in(() -> organizations().list("ac", null, 5))).containsExactly(acme);
        assertThat(in(() -> organizations().hasMembers(acme.id()))).isFalse();
    }

    @Test
    default void aLinkIsUsedUpOnceAndForgottenWhenItHasExpired() {
        PersonId id = person("Fay", "fay@example.org");
        LinkRow link = new LinkRow("hash of " + id, "invitation", id, null, NOON, NOON.plusSeconds(60), null);
        in(() -> {
            access().insertLink(link);
            return link;
        });
        assertThat(in(() -> access().link(link.tokenHash()))).contains(link);
        assertThat(in(() -> access().useLink(link.tokenHash(), NOON))).isTrue();
        assertThat(in(() -> access().useLink(link.tokenHash(), NOON))).isFalse();
        in(() -> {
            access().deleteExpiredLinks(NOON.plusSeconds(61));
            return link;
        });
        assertThat(in(() -> access().link(link.tokenHash()))).isEmpty();
    }

    private List<String> found(boolean agents, String prefix) {
        return in(() -> persons().list(new PersonSearch(agents, prefix, null, null, 10))).stream()
                .map(PersonRow::name)
                .toList();
    }

    private PersonId person(String name, String email) {
        PersonId id = new PersonId(store().ids().next());
        String key = email.toLowerCase(Locale.ROOT);
        return in(() -> {
            persons().insert(PersonRow.customer(id, name, email, key, null, null, null, NOON));
            return id;
        });
    }

    private TeamRow team(String name, @Nullable TeamId parent) {
        TeamRow row =
                new TeamRow(new TeamId(store().ids().next()), name, NameKey.of(name), parent, 1, false, 1, NOON, NOON);
        return in(() -> {
            teams().insert(row);
            return row;
        });
    }

    private OrganizationRow organization(String name, String domain) {
        OrganizationRow row = new OrganizationRow(
                new OrganizationId(store().ids().next()),
                name,
                NameKey.of(name),
                "[\"" + domain + "\"]",
                false,
                false,
                1,
                NOON,
                NOON);
        return in(() -> {
            organizations().insert(row);
            organizations().putDomains(row.id(), List.of(domain));
            return row;
        });
    }

    private <T> T in(Supplier<T> work) {
        return store().transactions().write(work);
    }
}
