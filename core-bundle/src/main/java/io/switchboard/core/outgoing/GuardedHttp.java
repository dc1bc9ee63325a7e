package io.switchboard.core.outgoing;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.OutgoingHttp.Answer;
import io.switchboard.api.plugin.OutgoingHttp.Request;
import io.switchboard.core.store.backup.DeliveryHold;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends requests of plugins to addresses that may be reached. A name is looked up once, and the connection goes to the
 * addresses that were checked; it follows up to five redirects, each checked alike. The property {@code
 * switchboard.outgoing.allow} lists ranges inside that an administrator opens. A restored copy sends none until it is
 * released.
 */
@Component(service = GuardedHttp.class)
public final class GuardedHttp {
    private static final int REDIRECTS = 5;
    private static final int CONNECT_SECONDS = 10;

    private final DeliveryHold hold;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "outgoing limit");
        thread.setDaemon(true);
        return thread;
    });

    /** Makes the client. */
    @Activate
    public GuardedHttp(BundleContext bundles, @Reference DeliveryHold hold) {
        this(ReachableAddresses.with(bundles.getProperty("switchboard.outgoing.allow")), hold);
    }

    GuardedHttp(ReachableAddresses addresses, DeliveryHold hold) {
        this.hold = hold;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(addresses))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(CONNECT_SECONDS))
                                .setTimeToLive(Timeout.ofMinutes(1))
                                .build())
                        .setMaxConnTotal(100)
                        .setMaxConnPerRoute(10)
                        .build())
                .setUserAgent("Switchboard")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    @Deactivate
    void close() throws IOException {
        clock.shutdownNow();
        client.close();
    }

    /**
     * Sends a request and reads the whole answer, as {@link io.switchboard.api.plugin.OutgoingHttp} has it.
     *
     * @param hosts throws where an address may not be called; asked for each redirect, too
     */
    public Answer send(Request request, Consumer<URI> hosts) throws IOException {
        RequestRules.check(request);
        hosts.accept(request.address());
        hold.requireReleased();
        long deadline = System.nanoTime() + request.timeout().toNanos();
        Request next = request;
        for (int hop = 0; ; hop++) {
            Answer answer = exchange(next, deadline);
            URI target = Redirects.target(next, answer);
            if (target == null) {
                return answer;
            }
            if (hop == REDIRECTS) {
                throw new IOException("There were more than " + REDIRECTS + " redirects from " + request.address());
            }
            next = Redirects.follow(next, answer.status(), target);
            RequestRules.check(next);
            hosts.accept(next.address());
        }
    }

    private Answer exchange(Request request, long deadline) throws IOException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new InterruptedIOException("There was no answer in time from " + request.address());
        }
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.address());
        request.headers().forEach(message::setHeader);
        byte[] body = request.body();
        if (body != null) {
            message.setEntity(new ByteArrayEntity(body, null));
        }
        Future<?> limit = clock.schedule(message::cancel, left, TimeUnit.NANOSECONDS);
        try {
            return client.execute(message, response -> read(response, request.maximumAnswer()));
        } finally {
            limit.cancel(false);
        }
    }

    private static Answer read(ClassicHttpResponse response, int maximum) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue());
        }
        HttpEntity entity = response.getEntity();
        byte[] body = new byte[0];
        if (entity != null) {
            InputStream content = entity.getContent();
            body = content.readNBytes(maximum + 1);
        }
        if (body.length > maximum) {
            throw new SwitchboardException(
                    ErrorCode.TOO_LARGE, "The other system's answer has more than " + maximum + " bytes");
        }
        return new Answer(response.getCode(), headers, body);
    }
}
