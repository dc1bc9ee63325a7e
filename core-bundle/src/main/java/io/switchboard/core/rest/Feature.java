package io.switchboard.core.rest;

import io.switchboard.api.deadline.DeadlinePolicy;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.knowledge.KnowledgeBase;
import io.switchboard.api.report.Report;
import io.switchboard.api.search.SearchProvider;
import io.switchboard.api.survey.SurveyProvider;
import io.switchboard.core.web.ProblemDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the API has addresses for and only plugins bring. It is looked up when no resource has matched an address, so a
 * resource that serves one of them always wins.
 */
enum Feature {
    /** Articles that answer questions. */
    KNOWLEDGE(
            "/knowledge(/.*)?|/tickets/[^/]+/article-draft",
            "The knowledge base comes with a plugin",
            KnowledgeBase.class),
    /** What customers say of how it went. */
    SURVEYS("/surveys(/.*)?|/survey/[^/]+", "Surveys of customers come with a plugin", SurveyProvider.class),
    /** Figures over tickets. */
    REPORTS("/reports(/.*)?", "Reports and key figures come with a plugin", Report.class),
    /** By when something must be done. */
    DEADLINES(
            "/(sla-plans|calendars)(/.*)?",
            "Service levels and calendars come with a plugin for deadlines",
            DeadlinePolicy.class),
    /** What somebody may look for, while they type. */
    SUGGESTIONS("/search/suggest", "Suggestions while one types come with a plugin for search", SearchProvider.class);

    private static final String BASE = "/api/v1";

    private final Pattern addresses;
    private final String detail;
    private final Class<?> socket;

    Feature(String addresses, String detail, Class<?> socket) {
        this.addresses = Pattern.compile(BASE + "(" + addresses + ")");
        this.detail = detail;
        this.socket = socket;
    }

    /** Returns the feature whose address this is, or nothing. */
    static Optional<Feature> at(String address) {
        return Arrays.stream(values())
                .filter(feature -> feature.addresses.matcher(address).matches())
                .findFirst();
    }

    /** Says that nobody serves it, and what kind of plugin would. */
    ProblemDocument missing() {
        String plugin = " that serves the extension point " + socket.getSimpleName();
        return new ProblemDocument(
                ErrorCode.FEATURE_NOT_INSTALLED,
                ErrorCode.FEATURE_NOT_INSTALLED.status(),
                detail + plugin + "; none that is installed serves this address",
                List.of(),
                Map.of("feature", name().toLowerCase(Locale.ROOT)));
    }
}
