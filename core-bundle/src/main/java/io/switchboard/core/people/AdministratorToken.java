package io.switchboard.core.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.core.access.Caller;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The token by which the command line on this machine asks the running server. It is made anew at each start, stands in
 * {@code admin.token} of the data folder for the server's own user, and is taken from loopback addresses alone.
 */
@Component(service = AdministratorToken.class, immediate = true)
public final class AdministratorToken {
    private final String secret = "sbadmin_" + Secrets.next();

    /** Makes the token. */
    @Activate
    public AdministratorToken(BundleContext bundles) {
        this(Path.of(Objects.requireNonNullElse(bundles.getProperty("switchboard.data"), ".")));
    }

    AdministratorToken(Path data) {
        PrivateFile.write(data.resolve("admin.token"), secret);
    }

    /** Returns the administrator at the command line, if this is the token and it comes from this machine. */
    Optional<Caller> caller(String bearer, String address) {
        boolean fits = MessageDigest.isEqual(bearer.getBytes(UTF_8), secret.getBytes(UTF_8));
        return fits && loopback(address)
                ? Optional.of(new Caller(
                        new Actor.System("command-line"),
                        BuiltInRole.ADMINISTRATOR.rights(),
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        address))
                : Optional.empty();
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
