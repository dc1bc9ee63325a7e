package io.switchboard.core.rest.survey;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.desk.survey.LowScore;
import io.switchboard.core.desk.survey.SurveyPolicies;
import io.switchboard.core.desk.survey.SurveyPolicy;
import io.switchboard.core.desk.survey.SurveyPolicy.Rule;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** For how long surveys can be answered, and what follows from a low score. */
@Path("/survey-policy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = SurveyPolicyResource.class)
public final class SurveyPolicyResource {
    private final SurveyPolicies policies;

    /** Makes the resource. */
    @Activate
    public SurveyPolicyResource(@Reference SurveyPolicies policies) {
        this.policies = policies;
    }

    /** What follows from a low score; the lead gets the task, by default a supervisor of the team. */
    public record LowScoreRule(
            @Nullable String lowScore, @Nullable String lead) {
        static LowScoreRule of(Rule rule) {
            return new LowScoreRule(rule.lowScore().id(), rule.lead());
        }

        static Rule rule(String place, @Nullable LowScoreRule given) {
            String low = given == null ? null : given.lowScore();
            if (given == null || low == null) {
                throw SwitchboardException.field(place + "lowScore", "must be nothing, task or reopen");
            }
            return new Rule(LowScore.of(low, place + "lowScore"), given.lead());
        }
    }

    /** The policy, as it is and as it is wanted; the teams are named by their ids. */
    public record SurveyPolicyText(
            @Nullable LowScoreRule desk,
            @Nullable Map<String, LowScoreRule> teams,
            @Nullable Integer answerableDays,
            @Nullable Integer correctableDays,
            @Nullable Integer askAgainDays) {
        SurveyPolicy policy() {
            Map<String, Rule> rules = new TreeMap<>();
            if (teams == null) {
                throw SwitchboardException.field("teams", "must be given");
            }
            teams.forEach((team, rule) -> rules.put(team, LowScoreRule.rule("teams." + team + ".", rule)));
            return new SurveyPolicy(
                    LowScoreRule.rule("desk.", desk),
                    rules,
                    given("answerableDays", answerableDays),
                    given("correctableDays", correctableDays),
                    given("askAgainDays", askAgainDays));
        }

        private static int given(String field, @Nullable Integer days) {
            if (days == null) {
                throw SwitchboardException.field(field, "must be given");
            }
            return days;
        }

        static SurveyPolicyText of(SurveyPolicy policy) {
            Map<String, LowScoreRule> rules = new TreeMap<>();
            policy.teams().forEach((team, rule) -> rules.put(team, LowScoreRule.of(rule)));
            return new SurveyPolicyText(
                    LowScoreRule.of(policy.desk()),
                    rules,
                    policy.answerableDays(),
                    policy.correctableDays(),
                    policy.askAgainDays());
        }
    }

    /** Reads the policy. */
    @GET
    @Operation(
            summary = "For how long surveys can be answered, and what follows from a low score",
            operationId = "getSurveyPolicy")
    public Response get(@Context Caller caller) {
        return answer(policies.get(caller));
    }

    /** Replaces the policy. */
    @PUT
    @Operation(
            summary = "Say for how long surveys can be answered, and what follows from a low score",
            operationId = "putSurveyPolicy")
    public Response put(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            SurveyPolicyText request) {
        return answer(policies.replace(caller, request.policy(), Parameters.requiredIfMatch(version)));
    }

    private static Response answer(Versioned<SurveyPolicy> policy) {
        return Response.ok(SurveyPolicyText.of(policy.content()))
                .header(HttpHeaders.ETAG, Parameters.etag(policy.version()))
                .build();
    }
}
