package io.switchboard.core.people;

import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.AccessStore.RoleRow;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the roles that every desk has and the first administrator, once. Where no password was given one is made, printed
 * once and kept in a file that only the server's user can read. Afterwards there is nothing left to set up.
 */
@Component(service = FirstAdministrator.class, immediate = true)
public final class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String DEFAULT_EMAIL = "admin@example.org";

    private final Transactions transactions;
    private final AccessStore access;
    private final PersonStore persons;
    private final IdGenerator ids;

    /** Makes what is missing. */
    @Activate
    public FirstAdministrator(
            BundleContext bundles,
            @Reference Transactions transactions,
            @Reference AccessStore access,
            @Reference PersonStore persons,
            @Reference IdGenerator ids) {
        this.transactions = transactions;
        this.access = access;
        this.persons = persons;
        this.ids = ids;
        makeRoles();
        if (!transactions.read(() -> access.anybodyHas(BuiltInRole.ADMINISTRATOR.id()))) {
            makeAdministrator(
                    Objects.requireNonNullElse(bundles.getProperty("switchboard.admin.email"), DEFAULT_EMAIL),
                    bundles.getProperty("switchboard.admin.password"),
                    Path.of(Objects.requireNonNullElse(bundles.getProperty("switchboard.data"), ".")));
        }
    }

    private void makeRoles() {
        Instant now = now();
        Set<String> known =
                transactions.read(access::roles).stream().map(RoleRow::id).collect(Collectors.toSet());
        for (BuiltInRole role : BuiltInRole.values()) {
            if (!known.contains(role.id())) {
                String name = role.name().charAt(0) + role.id().substring(1);
                String rights = Json.write(
                        role.rights().stream().map(Right::id).sorted().toList());
                try {
                    transactions.write(() -> {
                        access.insertRole(new RoleRow(role.id(), name, rights, true, 1, now, now));
                        return role;
                    });
                } catch (DuplicateKeyException otherNode) {
                    LOG.debug("Another node has made the role {}", role.id());
                }
            }
        }
    }

    private void makeAdministrator(String email, @Nullable String given, Path data) {
        EmailAddress address = EmailAddress.of(email, "SWITCHBOARD_ADMIN_EMAIL");
        String password = given == null ? readable(Secrets.next()) : given;
        String hash = Passwords.hash(password);
        Instant now = now();
        transactions.write(() -> {
            PersonId id = persons.byEmailKey(address.key()).map(PersonRow::id).orElseGet(() -> insert(address, now));
            access.putPasswordHash(id, hash, now);
            access.grantRole(id, BuiltInRole.ADMINISTRATOR.id());
            return id;
        });
        if (given == null) {
            tell(address.text(), password, data.resolve("admin.password"));
        }
        LOG.info("Made the first administrator, {}", address.text());
    }

    private PersonId insert(EmailAddress address, Instant now) {
        PersonId id = new PersonId(ids.next());
        persons.insert(PersonRow.customer(id, "Administrator", address.text(), address.key(), null, null, null, now));
        return id;
    }

    @SuppressWarnings("SystemOut")
    private static void tell(String email, String password, Path file) {
        PrivateFile.write(file, password);
        System.out.println("Administrator " + email + ", password " + password + " (also in " + file + ")");
    }

    /** Returns the first letters and digits of a secret, in groups that can be typed. */
    private static String readable(String secret) {
        String plain = secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return String.join("-", Arrays.asList(plain.substring(0, 5), plain.substring(5, 10), plain.substring(10, 15)));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
