package io.switchboard.intake.monitoring;

import io.switchboard.api.desk.Desk;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ui.Access;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.osgi.service.metatype.annotations.Designate;

/** Takes what an Alertmanager sends to its webhook receiver. Anybody may call; the secret is checked here. */
@Component(service = AlertmanagerWebhook.class)
@Designate(ocd = MonitoringSettings.class)
@JakartarsResource
@Path("alertmanager")
@Produces(MediaType.APPLICATION_JSON)
public final class AlertmanagerWebhook {
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";
    private static final int SHORTEST_SECRET = 16;

    private final AlertTickets tickets;
    private final byte[] secret;

    /** Makes the resource. */
    @Activate
    public AlertmanagerWebhook(@Reference Desk desk, MonitoringSettings settings) {
        this.tickets = new AlertTickets(desk, settings);
        this.secret = settings.secret().getBytes(StandardCharsets.UTF_8);
    }

    /** Takes a group of alerts. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Who.ANYBODY)
    public void take(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, Map<String, Object> group) {
        requireSecret(authorization);
        tickets.take(AlertGroup.read(group));
    }

    private void requireSecret(@Nullable String authorization) {
        String given = given(authorization);
        boolean right = MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8));
        if (!right || secret.length < SHORTEST_SECRET) {
            throw new SwitchboardException(
                    ErrorCode.SIGN_IN_REQUIRED,
                    "Send the secret of the plugin's settings as a bearer token, or as the password of basic"
                            + " authentication");
        }
    }

    /** Returns the bearer token, or the password of basic authentication. */
    private static String given(@Nullable String authorization) {
        if (authorization == null) {
            return "";
        }
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorization.substring(BEARER.length()).strip();
        }
        return authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? password(authorization.substring(BASIC.length()).strip())
                : "";
    }

    private static String password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
