package io.switchboard.core.people.directory;

import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.timing.TimerKind;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends people a link by which they choose a new password. */
@Component(service = {PasswordReset.class, TimerKind.class})
public final class PasswordReset implements TimerKind {
    static final String KIND = "password-reset";

    private static final AskedByMail.Kind LINK =
            new AskedByMail.Kind(KIND, LinkLetter.PASSWORD_RESET, true, AuditKind.PASSWORD_RESET_ASKED);

    private final AskedByMail mail;

    /** Makes the use case. */
    @Activate
    public PasswordReset(@Reference AskedByMail mail) {
        this.mail = mail;
    }

    /**
     * Takes a wish for a new password; what comes of it is not told here.
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
        mail.answer(LINK, emailKey, person -> true);
    }
}
