package io.switchboard.core.people;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds the person that a contact means, or makes a customer. An address wins over a telephone number. What is known of a
 * person is never overwritten by what somebody writes in a contact.
 */
@Component(service = Contacts.class)
public final class Contacts {
    private final PersonStore persons;
    private final IdGenerator ids;

    /** Makes it. */
    @Activate
    public Contacts(@Reference PersonStore persons, @Reference IdGenerator ids) {
        this.persons = persons;
        this.ids = ids;
    }

    /** A person that a contact means, with the organization they belong to, or null. */
    public record Found(PersonReference person, @Nullable OrganizationId organization) {}

    /** Returns a person that is known, with their organization; runs inside the caller's transaction. */
    public Optional<Found> find(PersonId id) {
        return persons.find(id).filter(row -> !row.erased()).map(Contacts::found);
    }

    /**
     * Returns the person, made where there was none; runs inside the caller's transaction.
     *
     * @param field the contact's name in the request, for what is wrong with it
     * @throws SwitchboardException with {@code invalid-field} if there is neither an address nor a telephone number
     */
    public Found findOrMake(Contact contact, String field, Instant now) {
        String email = contact.email();
        if (email != null && !email.isBlank()) {
            return byEmail(contact, EmailAddress.of(email, field + ".email"), now);
        }
        String phone = contact.phone();
        if (phone != null && !phone.isBlank()) {
            return byPhone(contact, phone, field, now);
        }
        throw SwitchboardException.field(field + ".email", "must not be empty; or give a telephone number");
    }

    private Found byEmail(Contact contact, EmailAddress address, Instant now) {
        Optional<PersonRow> known = persons.byEmailKey(address.key());
        if (known.isPresent()) {
            return found(known.get());
        }
        OrganizationId organization =
                persons.organizationOfDomain(address.domain()).orElse(null);
        String phone = contact.phone();
        return make(PersonRow.customer(
                new PersonId(ids.next()),
                name(contact, address.text()),
                address.text(),
                address.key(),
                phone,
                phone == null ? null : PhoneNumber.key(phone),
                organization,
                now));
    }

    private Found byPhone(Contact contact, String phone, String field, Instant now) {
        PhoneNumber number = PhoneNumber.of(phone, field + ".phone");
        Optional<PersonRow> known = persons.byPhoneKey(number.key());
        return known.isPresent()
                ? found(known.get())
                : make(PersonRow.customer(
                        new PersonId(ids.next()),
                        name(contact, phone),
                        null,
                        null,
                        number.text(),
                        number.key(),
                        null,
                        now));
    }

    private Found make(PersonRow person) {
        persons.insert(person);
        return found(person);
    }

    private static Found found(PersonRow row) {
        return new Found(new PersonReference(row.id(), row.name(), row.email(), row.vip()), row.organization());
    }

    private static String name(Contact contact, String otherwise) {
        String name = contact.name();
        String chosen = name == null || name.isBlank() ? otherwise : name.strip();
        return chosen.length() > 200 ? chosen.substring(0, 200) : chosen;
    }
}
