package io.switchboard.core.rest;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.switchboard.api.desk.Actor;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Carries a POST with an {@code Idempotency-Key} out once: the same request again gets the first answer, also when many
 * come at once and when the server died between change and answer.
 */
@Priority(Priorities.AUTHORIZATION + 100)
@Component(service = IdempotencyFilter.class)
public final class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String PENDING = "io.switchboard.idempotency";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final Pattern EXEMPT = Pattern.compile(
            "(session(/.*)?|tokens|invitations(/.*)?|customers/[^/]*/sign-in-link|verification/.*|survey/.*|follow/.*)");
    private static final int MAXIMUM = 8 << 20;
    private static final int PATIENCE_STEPS = 40;

    private final RequestMemory memory;

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
        String path = context.getUriInfo().getPath();
        if (key == null
                || !HttpMethod.POST.equals(context.getMethod())
                || EXEMPT.matcher(path).matches()) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw SwitchboardException.field(HEADER, "must be 1 to 200 visible ASCII characters");
        }
        Caller caller = CallerFilter.callerOf(context);
        IdempotencyRow request =
                new IdempotencyRow(name(caller), path, key, hash(context), null, null, null, null, Instant.now());
        Optional<IdempotencyRow> known = memory.find(request);
        if (known.isPresent()) {
            context.abortWith(replay(await(request, known.get())));
        } else {
            context.setProperty(PENDING, new Attempt(request, memory.rememberWithChange(request)));
        }
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) throws IOException {
        if (!(context.getProperty(PENDING) instanceof Attempt attempt)) {
            return;
        }
        attempt.accompaniment().close();
        if (response.getStatus() >= 400) {
            replaceByFirstAnswer(attempt.request(), response);
        } else {
            remember(attempt.request(), response);
        }
    }

    private void remember(IdempotencyRow request, ContainerResponseContext response) throws IOException {
        String body = response.hasEntity() ? ApiJson.MAPPER.writeValueAsString(response.getEntity()) : null;
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
    }

    /** Of several at once one succeeds and the others fail on its key: they give its answer. */
    private void replaceByFirstAnswer(IdempotencyRow request, ContainerResponseContext response) {
        memory.find(request).ifPresent(first -> {
            Response replayed = replay(await(request, first));
            response.setStatus(replayed.getStatus());
            response.getHeaders().clear();
            replayed.getHeaders()
                    .forEach((name, values) -> response.getHeaders().put(name, values));
            response.setEntity(replayed.getEntity(), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        });
    }

    /** Waits a moment for the answer of a request that is being carried out at the same time. */
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

    private static Response replay(IdempotencyRow first) {
        Integer status = first.status();
        if (status == null) {
            return Response.ok(Map.of("carriedOut", true))
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .header(REPLAYED, "true")
                    .build();
        }
        Response.ResponseBuilder response = Response.status(status).header(REPLAYED, "true");
        if (first.location() != null) {
            response.header(HttpHeaders.LOCATION, first.location());
        }
        if (first.etag() != null) {
            response.header(HttpHeaders.ETAG, first.etag());
        }
        if (first.answer() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(first.answer().getBytes(StandardCharsets.UTF_8));
        }
        return response.build();
    }

    private static String name(Caller caller) {
        Actor actor = caller.actor();
        if (actor instanceof Actor.Person person) {
            return "person:" + person.person();
        }
        return actor instanceof Actor.Anonymous ? "address:" + caller.address() : actor.toString();
    }

    private static String hash(ContainerRequestContext context) throws IOException {
        byte[] body = context.getEntityStream().readNBytes(MAXIMUM + 1);
        if (body.length > MAXIMUM) {
            throw new SwitchboardException(
                    ErrorCode.TOO_LARGE, "A request with an Idempotency-Key must have at most " + MAXIMUM + " bytes");
        }
        context.setEntityStream(new ByteArrayInputStream(body));
        try {
            byte[] content =
                    MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType()) ? canonical(body) : body;
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static byte[] canonical(byte[] body) throws IOException {
        Object content = body.length == 0 ? Map.of() : ApiJson.MAPPER.readValue(body, Object.class);
        return ApiJson.MAPPER
                .writer()
                .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValueAsBytes(content);
    }
}
