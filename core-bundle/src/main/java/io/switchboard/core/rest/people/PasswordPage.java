package io.switchboard.core.rest.people;

import io.switchboard.core.people.LinkTokens.Purpose;
import io.switchboard.core.people.directory.Invitations;
import jakarta.servlet.Servlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page to which a link for a new password leads. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/password/*"})
public final class PasswordPage extends ChoosePasswordPage {
    private static final long serialVersionUID = 1L;

    /** Makes the page. */
    @Activate
    public PasswordPage(@Reference Invitations invitations) {
        super(invitations, Purpose.PASSWORD_RESET, "chooseNew");
    }
}
