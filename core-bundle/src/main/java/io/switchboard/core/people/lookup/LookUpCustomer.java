package io.switchboard.core.people.lookup;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.CustomerField;
import io.switchboard.core.people.directory.CustomerProfile;
import io.switchboard.core.people.directory.Customers;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.PersonRow;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks a customer up in all directories because somebody wants to know, and tells what each of them said. */
@Component(service = LookUpCustomer.class)
public final class LookUpCustomer {
    private final Transactions transactions;
    private final DirectoryQuestions questions;
    private final FollowDirectories following;
    private final Lookups lookups;
    private final Customers customers;

    /** Makes the use case. */
    @Activate
    public LookUpCustomer(
            @Reference Transactions transactions,
            @Reference DirectoryQuestions questions,
            @Reference FollowDirectories following,
            @Reference Lookups lookups,
            @Reference Customers customers) {
        this.transactions = transactions;
        this.questions = questions;
        this.following = following;
        this.lookups = lookups;
        this.customers = customers;
    }

    /**
     * What came of it.
     *
     * @param heard what each directory said, in the order in which their word counts
     * @param changed which fields changed, in alphabetical order
     * @param customer the customer as they are now
     */
    public record Found(List<Heard> heard, Set<String> changed, CustomerProfile customer) {}

    /**
     * Looks a customer up.
     *
     * @param follow fields that are to follow the directories again although a person set them, see {@link CustomerField}
     * @throws SwitchboardException with {@code not-found}, {@code invalid-field}, or {@code feature-not-installed} if there is
     *     no directory
     */
    public Found handle(Caller caller, PersonId id, Set<String> follow) {
        AccessPolicy.require(caller, Right.CUSTOMER_EDIT);
        for (String field : follow) {
            if (!CustomerField.ALL.contains(field)
                    && !(field.startsWith(CustomerField.attribute("")) && field.length() <= 91)) {
                throw SwitchboardException.field("follow", "must be of " + CustomerField.ALL + " or attributes.{name}");
            }
        }
        CustomerProfile known = customers.get(caller, id);
        LookAgain.requireDirectories(questions);
        PersonRow row = transactions
                .read(() -> following.customer(known.id()))
                .orElseThrow(() -> SwitchboardException.field("email", "is missing: directories know customers by it"));
        String emailKey = Objects.requireNonNull(row.emailKey());
        List<Heard> heard = questions.ask(emailKey);
        Set<String> changed = following.handle(caller, id, emailKey, heard, follow);
        lookups.lookedUp(id, heard);
        return new Found(heard, changed, customers.get(caller, id));
    }
}
