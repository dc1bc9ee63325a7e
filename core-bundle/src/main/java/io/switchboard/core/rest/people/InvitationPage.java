package io.switchboard.core.rest.people;

import io.switchboard.core.people.LinkTokens.Purpose;
import io.switchboard.core.people.directory.Invitations;
import jakarta.servlet.Servlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page to which an invitation leads. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/invitation/*"})
public final class InvitationPage extends ChoosePasswordPage {
    private static final long serialVersionUID = 1L;

    /** Makes the page. */
    @Activate
    public InvitationPage(@Reference Invitations invitations) {
        super(invitations, Purpose.INVITATION, "choose");
    }
}
