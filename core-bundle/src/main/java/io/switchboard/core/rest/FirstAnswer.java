package io.switchboard.core.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.idempotency.IdempotencyRow;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a request that was carried out before. If the server died between the change and its answer, it is made of
 * what is known from the change itself: the id of what was made, and where it is found.
 */
final class FirstAnswer {
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String MESSAGES = "/messages";
    private static final String APPLIED = "/apply";
    private static final String TICKETS = "/api/v1/tickets/";

    private FirstAnswer() {}

    /**
     * Adds to a request what its change made; a message counts only where messages are posted, and
     * what the steps of a macro make is not what the request makes.
     */
    static IdempotencyRow made(IdempotencyRow request, boolean core, List<Object> made) {
        if (request.path().endsWith(APPLIED)) {
            return request;
        }
        boolean message = request.path().endsWith(MESSAGES);
        Optional<Object> ticket =
                made.stream().filter(TicketId.class::isInstance).findFirst();
        Optional<Object> thing =
                made.stream().filter(id -> id instanceof MessageId == message).findFirst();
        return thing.map(id -> new IdempotencyRow(
                        request.caller(),
                        request.path(),
                        request.idempotencyKey(),
                        request.requestHash(),
                        null,
                        core ? location(request.path(), message, ticket, id) : null,
                        null,
                        ApiJson.MAPPER
                                .createObjectNode()
                                .put("id", id.toString())
                                .toString(),
                        request.createdAt()))
                .orElse(request);
    }

    private static String location(String path, boolean message, Optional<Object> ticket, Object thing) {
        if (message) {
            String own = path.substring(0, path.length() - MESSAGES.length());
            return ticket.map(id -> TICKETS + id).orElse(own) + "/thread";
        }
        return ticket.map(id -> TICKETS + id)
                .orElseGet(() ->
                        path + "/" + URLEncoder.encode(thing.toString(), UTF_8).replace("%2F", "/"));
    }

    /** Returns whether an answer can be given again: it is JSON, or has no body. */
    static boolean repeatable(@Nullable MediaType type) {
        return type == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
    }

    /** Gives the answer again. */
    static Response again(IdempotencyRow first) {
        Integer status = first.status();
        String answer = first.answer();
        Response.ResponseBuilder response = Response.status(status != null ? status : answer == null ? 200 : 201)
                .header(REPLAYED, "true");
        if (first.location() != null) {
            response.header(HttpHeaders.LOCATION, first.location());
        }
        if (first.etag() != null) {
            response.header(HttpHeaders.ETAG, first.etag());
        }
        if (answer != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.getBytes(UTF_8));
        } else if (status == null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(Map.of("carriedOut", true));
        }
        return response.build();
    }
}
