package io.switchboard.core.people.directory;

import io.switchboard.api.delivery.Courier;
import io.switchboard.api.intake.SignInLinks;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.sockets.SocketRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links by which customers sign in, for channels of plugins. */
@Component(service = SignInLinks.class)
public final class MailedSignInLinks implements SignInLinks {
    private final SignInByMail signIn;
    private final SocketRegistry registry;

    /** Makes it. */
    @Activate
    public MailedSignInLinks(@Reference SignInByMail signIn, @Reference SocketRegistry registry) {
        this.signIn = signIn;
        this.registry = registry;
    }

    @Override
    public boolean available() {
        return !registry.services(Courier.class).isEmpty()
                || !registry.absent(Courier.class).isEmpty();
    }

    @Override
    public void send(String email, String remoteAddress) {
        signIn.ask(EmailAddress.of(email, "email"), remoteAddress);
    }
}
