package io.switchboard.core.rest;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.Transactions.Accompaniment;
import io.switchboard.core.store.idempotency.IdempotencyRow;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a POST with an {@code Idempotency-Key} out once: the same request again gets the first answer, also when many
 * come at once and when the server died between change and answer.
 */
@Priority(Priorities.AUTHORIZATION + 100)
@Component(service = IdempotencyFilter.class)
public final class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final String HEADER = "Idempotency-Key";
    private static final String PENDING = "io.switchboard.idempotency";
    private static final Pattern EXEMPT = Pattern.compile(
            "(session(/.*)?|tokens|second-factor(/.*)?|password-reset(/.*)?|sign-in-link|invitations(/.*)?|customers/[^/]*/sign-in-link|verification/.*|survey/.*|follow/.*)");
    private static final int PATIENCE_STEPS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RequestMemory memory;
    private final RunningRequests running = new RunningRequests();

    /** A request that is being carried out. */
    private record Attempt(IdempotencyRow request, Accompaniment accompaniment) {}

    /** Makes the filter. */
    @Activate
    public IdempotencyFilter(@Reference RequestMemory memory) {
        this.memory = memory;
    }

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        String key = context.getHeaderString(HEADER);
        if (key == null || !HttpMethod.POST.equals(context.getMethod()) || isExempt(context)) {
            return;
        }
        IdempotencyRow request = KeyedRequest.of(context, key, memory.now());
        Optional<IdempotencyRow> known = claim(request);
        if (known.isPresent()) {
            context.abortWith(FirstAnswer.again(await(request, known.get())));
            return;
        }
        boolean core = CallerFilter.owner(context).isEmpty();
        Accompaniment accompaniment = memory.rememberWithChange(request, made -> FirstAnswer.made(request, core, made));
        context.setProperty(PENDING, new Attempt(request, accompaniment));
    }

    /** What carries credentials that only a plugin can judge is the plugin's own affair. */
    private static boolean isExempt(ContainerRequestContext context) {
        boolean unknown = !CallerFilter.callerOf(context).known();
        return CallerFilter.owner(context).isEmpty()
                ? EXEMPT.matcher(context.getUriInfo().getPath()).matches()
                : unknown && context.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    }

    /** Returns what was carried out under the key, or nothing if it is this request's turn to be. */
    private Optional<IdempotencyRow> claim(IdempotencyRow request) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!running.begin(request)) {
            if (!running.awaitEnd(request, Duration.ofNanos(end - System.nanoTime()))) {
                throw new SwitchboardException(
                        ErrorCode.OVERLOADED, "The same request is still being carried out; send it again shortly");
            }
            Optional<IdempotencyRow> known = memory.find(request);
            if (known.isPresent()) {
                return known;
            }
        }
        boolean first = false;
        try {
            Optional<IdempotencyRow> known = memory.find(request);
            first = known.isEmpty();
            return known;
        } finally {
            if (!first) {
                running.end(request);
            }
        }
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) throws IOException {
        if (!(context.getProperty(PENDING) instanceof Attempt attempt)) {
            return;
        }
        attempt.accompaniment().close();
        try {
            if (response.getStatus() >= 400) {
                replaceByFirstAnswer(attempt.request(), response);
            } else {
                remember(attempt.request(), response);
            }
        } finally {
            running.end(attempt.request());
        }
    }

    private void remember(IdempotencyRow request, ContainerResponseContext response) throws IOException {
        if (!FirstAnswer.repeatable(response.getMediaType())) {
            return;
        }
        String body = response.hasEntity() ? ApiJson.MAPPER.writeValueAsString(response.getEntity()) : null;
        try {
            memory.answer(new IdempotencyRow(
                    request.caller(),
                    request.path(),
                    request.idempotencyKey(),
                    request.requestHash(),
                    response.getStatus(),
                    response.getHeaderString(HttpHeaders.LOCATION),
                    response.getHeaderString(HttpHeaders.ETAG),
                    body,
                    request.createdAt()));
        } catch (SwitchboardException unreachable) {
            LOG.warn("The answer to {} is given, but could not be kept", request.path(), unreachable);
        }
    }

    /** Of several at once on different nodes one succeeds and the others fail on its key: they give its answer. */
    private void replaceByFirstAnswer(IdempotencyRow request, ContainerResponseContext response) {
        memory.find(request).ifPresent(first -> {
            Response replayed = FirstAnswer.again(await(request, first));
            response.setStatus(replayed.getStatus());
            response.getHeaders().clear();
            replayed.getHeaders()
                    .forEach((name, values) -> response.getHeaders().put(name, values));
            response.setEntity(replayed.getEntity(), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        });
    }

    /** Waits a moment for the answer of a request that another node is carrying out. */
    private IdempotencyRow await(IdempotencyRow request, IdempotencyRow first) {
        IdempotencyRow row = first;
        for (int step = 0; row.status() == null && step < PATIENCE_STEPS; step++) {
            try {
                Thread.sleep(25);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return row;
            }
            row = memory.find(request).orElse(row);
        }
        return row;
    }
}
