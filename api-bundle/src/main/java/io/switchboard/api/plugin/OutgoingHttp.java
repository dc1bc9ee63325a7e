package io.switchboard.api.plugin;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The guarded way to other systems. Get it as an OSGi service. Names are resolved once and the connection goes to the
 * address that was checked; each redirect is checked again; addresses of inner networks are refused unless an
 * administrator listed them. Hosts that the bundle does not declare by {@link OutgoingHosts} are refused, those of redirects
 * too. Certificates are verified. It may be used from any thread; it must not be used inside an Advisor or a Guard.
 */
@ProviderType
public interface OutgoingHttp {
    /**
     * Sends a request and reads the whole answer.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code policy-refused} if the address is not allowed
     *     (where the host is not declared, with the details {@code plugin}, {@code host} and {@code header}), {@code
     *     too-large} if the answer is larger than asked for
     * @throws IOException if no answer came
     */
    Answer send(Request request) throws IOException;

    /**
     * A request.
     *
     * @param method for example {@code GET}
     * @param address an absolute http or https address
     * @param headers by name
     * @param body the body, or null
     * @param timeout for the whole exchange, at most 60 s
     * @param maximumAnswer how many bytes the answer may have at most, up to 64 MiB
     */
    record Request(
            String method,
            URI address,
            Map<String, String> headers,
            byte @Nullable [] body,
            Duration timeout,
            int maximumAnswer) {
        /** Keeps a copy of the headers. */
        public Request {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param headers by lower-case name
     * @param body the body, possibly empty
     */
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {}
}
