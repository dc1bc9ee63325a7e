package io.switchboard.tracker.jira;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link JiraTracker}. */
@ObjectClassDefinition(
        name = "Defects in Jira",
        description = "Reports defects as issues of a project, and tells what became of them.")
public @interface JiraSettings {
    /** Where Jira is. */
    @AttributeDefinition(
            name = "Address",
            description = "Where people reach Jira, such as https://example.atlassian.net. Empty: nothing is reported.",
            required = false)
    String address() default "";

    /** Which project gets new issues. */
    @AttributeDefinition(
            name = "Project",
            description = "The key of the project that gets new issues, such as APP.",
            required = false)
    String project() default "";

    /** Who asks. */
    @AttributeDefinition(
            name = "User",
            description =
                    "The mail address of the account whose token it is, for Jira Cloud; empty for the personal access "
                            + "token of a Data Center.",
            required = false)
    String user() default "";

    /** What lets the desk in. */
    @AttributeDefinition(
            name = "Token",
            description =
                    "The API token of that account; it must be able to browse the project, and to create and comment "
                            + "issues.",
            type = AttributeType.PASSWORD,
            required = false)
    String token() default "";

    /** The secret of the webhook. */
    @AttributeDefinition(
            name = "Secret of the webhook",
            description =
                    "What was entered as the secret of the webhook in Jira; at least 16 characters. Without it webhooks "
                            + "are refused, and the desk asks now and then.",
            type = AttributeType.PASSWORD,
            required = false)
    String webhookSecret() default "";

    /** The type of new issues. */
    @AttributeDefinition(name = "Type", description = "The name of the type of new issues, as the project has it.")
    String type() default "Bug";

    /** What means that a defect will not be repaired. */
    @AttributeDefinition(
            name = "Not repaired",
            description =
                    "Names of resolutions, or of statuses, of issues that are done, which mean that there will be no "
                            + "repair; in any case. All others mean that it is repaired.")
    String[] declined() default {
        "Won't Do",
        "Won't Fix",
        "Declined",
        "Rejected",
        "Duplicate",
        "Cannot Reproduce",
        "Incomplete",
        "Not a Bug",
        "Invalid",
        "Cancelled",
        "Canceled"
    };

    /** How long to wait for an answer, in milliseconds. */
    @AttributeDefinition(
            name = "Longest wait in milliseconds",
            description = "So long one answer may take; a report takes up to three.",
            min = "100",
            max = "9000")
    int timeout() default 8000;
}
