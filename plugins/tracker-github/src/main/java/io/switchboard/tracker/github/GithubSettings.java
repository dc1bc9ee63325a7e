package io.switchboard.tracker.github;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link GithubTracker}. */
@ObjectClassDefinition(
        name = "Defects in GitHub",
        description = "Reports defects as issues of a repository, and tells what became of them.")
public @interface GithubSettings {
    /** Which repository gets new issues. */
    @AttributeDefinition(
            name = "Repository",
            description = "The repository that gets new issues, such as octo/app. Empty: nothing is reported.",
            required = false)
    String repository() default "";

    /** What lets the desk in. */
    @AttributeDefinition(
            name = "Token",
            description = "A fine-grained token for this repository that may read and write issues.",
            type = AttributeType.PASSWORD,
            required = false)
    String token() default "";

    /** The secret of the webhook. */
    @AttributeDefinition(
            name = "Secret of the webhook",
            description = "What was entered as the secret of the webhook at GitHub; at least 16 characters. Without it "
                    + "webhooks are refused, and the desk asks now and then.",
            type = AttributeType.PASSWORD,
            required = false)
    String webhookSecret() default "";

    /** Labels of new issues. */
    @AttributeDefinition(name = "Labels", description = "The labels of new issues; at most 20.", required = false)
    String[] labels() default {"bug"};

    /** Where the API is. */
    @AttributeDefinition(
            name = "Address of the API",
            description = "Of GitHub Enterprise Server it is https://github.example.com/api/v3.")
    String address() default "https://api.github.com";

    /** How long to wait for an answer, in milliseconds. */
    @AttributeDefinition(
            name = "Longest wait in milliseconds",
            description = "So long one answer may take; a report takes up to three.",
            min = "100",
            max = "9000")
    int timeout() default 8000;
}
