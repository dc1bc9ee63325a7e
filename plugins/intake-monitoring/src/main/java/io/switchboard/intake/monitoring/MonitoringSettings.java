package io.switchboard.intake.monitoring;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link AlertmanagerWebhook}. */
@ObjectClassDefinition(name = "Monitoring", description = "Tickets for alerts of a Prometheus Alertmanager.")
public @interface MonitoringSettings {
    /** What the Alertmanager sends as its bearer token or password; without one nothing is taken. */
    @AttributeDefinition(
            name = "Secret",
            description = "The Alertmanager sends it as a bearer token, or as the password of basic authentication."
                    + " At least 16 characters; without it nothing is taken.",
            type = AttributeType.PASSWORD,
            required = false)
    String secret() default "";

    /** In whose name tickets are opened. */
    @AttributeDefinition(name = "Requester", description = "The address in whose name tickets are opened.")
    String requester() default "monitoring@localhost.invalid";

    /** Which values of the label severity mean high impact and urgency. */
    @AttributeDefinition(
            name = "High severities",
            description = "Values of the label severity that mean high impact and high urgency.")
    String[] high() default {"critical", "page", "emergency"};

    /** Which values of the label severity mean medium impact and urgency. */
    @AttributeDefinition(
            name = "Medium severities",
            description = "Values of the label severity that mean medium impact and urgency; all others mean low.")
    String[] medium() default {"error", "warning"};

    /** The category of the tickets. */
    @AttributeDefinition(
            name = "Category",
            description = "The path of the tickets' category; empty to leave it to triage.",
            required = false)
    String category() default "";

    /** Whether tickets are resolved when their alerts end. */
    @AttributeDefinition(
            name = "Resolve tickets",
            description = "Whether a ticket is resolved when all its alerts have ended. If not, a note says so.")
    boolean resolve() default true;
}
