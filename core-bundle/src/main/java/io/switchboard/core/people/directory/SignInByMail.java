package io.switchboard.core.people.directory;

import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.timing.TimerKind;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends customers a link by which they sign in once. Agents get none: whoever can read their mail could do what they may.
 * A link that an agent made for the customer stays valid, since it may be on its way to them.
 */
@Component(service = {SignInByMail.class, TimerKind.class})
public final class SignInByMail implements TimerKind {
    static final String KIND = "sign-in-link";

    private static final AskedByMail.Kind LINK =
            new AskedByMail.Kind(KIND, LinkLetter.SIGN_IN_ASKED, false, AuditKind.SIGN_IN_LINK_ASKED);

    private final AskedByMail mail;
    private final PersonStore persons;

    /** Makes the use case. */
    @Activate
    public SignInByMail(@Reference AskedByMail mail, @Reference PersonStore persons) {
        this.mail = mail;
        this.persons = persons;
    }

    /**
     * Takes a wish for a link; what comes of it is not told here.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code too-many-requests}, for known and unknown
     *     addresses alike
     */
    public void ask(EmailAddress email, String networkAddress) {
        mail.ask(KIND, email, networkAddress);
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public void ring(String emailKey, Instant due) {
        mail.answer(LINK, emailKey, person -> !persons.isAgent(person.id()));
    }
}
