package io.switchboard.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.eclipse.jetty.http.BadMessageException;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ErrorMapperTest {
    private final ErrorMapper mapper = at("abc");

    /** Returns the mapper for a request to an address, which is also the request's id. */
    private static ErrorMapper at(String address) {
        return new ErrorMapper((HttpServletRequest) Proxy.newProxyInstance(
                ErrorMapperTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> address));
    }

    @BeforeAll
    static void giveTheApiItsImplementation() {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    }

    @Test
    void aRefusalOfTheDeskIsToldWithItsCodeItsFieldsAndTheRequest() {
        Response response = mapper.toResponse(SwitchboardException.field("subject", "must not be empty"));

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getMediaType()).hasToString("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.path("type").asText()).isEqualTo("urn:switchboard:problem:invalid-field");
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("subject");
        assertThat(problem.path("instance").asText()).isEqualTo("urn:switchboard:request:abc");
    }

    @Test
    void whoUsesAMethodThatIsNotThereIsToldThoseThatAre() {
        Response response = mapper.toResponse(new NotAllowedException("GET", new String[] {"PUT"}));

        assertThat(response.getStatus()).isEqualTo(405);
        assertThat(response.getHeaderString("Allow").split(", ?")).containsExactlyInAnyOrder("GET", "PUT");
        assertThat(json(response).path("type").asText()).endsWith("method-not-allowed");
    }

    @Test
    void whatTheFrameworkRefusesKeepsItsStatus() {
        assertThat(codeOf(new NotFoundException(), 404)).isEqualTo("not-found");
        assertThat(codeOf(new NotAcceptableException(), 406)).isEqualTo("not-acceptable");
        assertThat(codeOf(new NotSupportedException(), 415)).isEqualTo("unsupported-type");
        assertThat(codeOf(new WebApplicationException(413), 413)).isEqualTo("too-large");
    }

    @Test
    void whereOnlyAPluginCouldServeItIsSaidWhichKindOfPlugin() {
        JsonNode problem = json(at("/api/v1/knowledge/articles").toResponse(new NotFoundException()));
        assertThat(problem.path("type").asText()).endsWith(":feature-not-installed");
        assertThat(problem.path("detail").asText()).contains("KnowledgeBase");
        assertThat(problem.path("feature").asText()).isEqualTo("knowledge");
        JsonNode served = json(at("/api/v1/knowledge/articles/7").toResponse(SwitchboardException.notFound("article")));
        assertThat(served.path("type").asText()).as("who serves it says so").endsWith(":not-found");
        for (String other : List.of("/api/v1/knowledgeable", "/api/v1/x/knowledge/articles", "/knowledge", "/api/v1")) {
            assertThat(json(at(other).toResponse(new NotFoundException()))
                            .path("type")
                            .asText())
                    .as(other)
                    .endsWith(":not-found");
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsToldWithTheTimeToComeBack() {
        Response response =
                mapper.toResponse(new SwitchboardException(ErrorCode.STORAGE_UNAVAILABLE, "It does not answer"));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("1");
    }

    @Test
    void aBodyThatArrivesAgainstTheRulesOrTooSlowlyIsNoFaultOfOurs() {
        assertThat(codeOf(new BadMessageException("bad chunk"), 400)).isEqualTo("malformed-request");
        assertThat(codeOf(new BadMessageException(408, "too slow"), 408)).isEqualTo("malformed-request");
    }

    @Test
    void whatNobodyExpectedTellsTheClientNothingButTheRequest() {
        Response response = mapper.toResponse(new IllegalStateException("password=secret"));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(json(response).toString()).doesNotContain("secret").contains("abc");
    }

    private String codeOf(Throwable failure, int status) {
        Response response = mapper.toResponse(failure);
        assertThat(response.getStatus()).isEqualTo(status);
        return json(response).path("type").asText().replace("urn:switchboard:problem:", "");
    }

    private static JsonNode json(Response response) {
        try {
            return new ObjectMapper().readTree((byte[]) response.getEntity());
        } catch (IOException unreadable) {
            throw new AssertionError("not JSON: " + response, unreadable);
        }
    }
}
