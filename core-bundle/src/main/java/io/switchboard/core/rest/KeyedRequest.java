package io.switchboard.core.rest;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.switchboard.api.desk.Actor;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.idempotency.IdempotencyRow;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/** What makes two requests the same: caller, address, key, and content, which in JSON is compared as it is parsed. */
final class KeyedRequest {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final int MAXIMUM = 8 << 20;
    private static final int LONGEST_PATH = 400;

    private KeyedRequest() {}

    /** Reads a request, whose body can be read again afterwards. */
    static IdempotencyRow of(ContainerRequestContext context, String key, Instant now) throws IOException {
        if (!KEY.matcher(key).matches()) {
            throw SwitchboardException.field("Idempotency-Key", "must be 1 to 200 visible ASCII characters");
        }
        return new IdempotencyRow(
                name(CallerFilter.callerOf(context)), path(context), key, hash(context), null, null, null, null, now);
    }

    private static String name(Caller caller) {
        Actor actor = caller.actor();
        if (actor instanceof Actor.Person person) {
            return "person:" + person.person();
        }
        return actor instanceof Actor.Anonymous ? "address:" + caller.address() : actor.toString();
    }

    /** The address within the server, since every plugin has resources of its own. */
    private static String path(ContainerRequestContext context) {
        String path = context.getUriInfo().getAbsolutePath().getRawPath();
        return path.length() <= LONGEST_PATH ? path : "sha256:" + sha256(path.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(ContainerRequestContext context) throws IOException {
        byte[] body = context.getEntityStream().readNBytes(MAXIMUM + 1);
        if (body.length > MAXIMUM) {
            throw new SwitchboardException(
                    ErrorCode.TOO_LARGE, "A request with an Idempotency-Key must have at most " + MAXIMUM + " bytes");
        }
        context.setEntityStream(new ByteArrayInputStream(body));
        return sha256(MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType()) ? canonical(body) : body);
    }

    private static byte[] canonical(byte[] body) throws IOException {
        Object content = body.length == 0 ? Map.of() : ApiJson.MAPPER.readValue(body, Object.class);
        return ApiJson.MAPPER
                .writer()
                .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValueAsBytes(content);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
