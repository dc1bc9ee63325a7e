package io.switchboard.handle.security;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The settings of {@link HandleSecurity}. */
@ObjectClassDefinition(
        name = "Security handling",
        description = "Makes tickets about security incidents, or with secrets in them, confidential to one team.")
public @interface SecuritySettings {
    /** The team that gets them, by its name or id. */
    @AttributeDefinition(name = "Team", description = "The team that gets them and alone sees them: its name or id.")
    String team() default "Security";

    /** What happens while there is no such team. */
    @AttributeDefinition(
            name = "Without the team",
            description = "What happens to incidents while there is no such team.",
            options = {
                @Option(label = "Hide them: who may do triage in person sees them", value = "hide"),
                @Option(label = "Mark them only, and let them be seen like others", value = "mark")
            })
    String withoutTeam() default "hide";

    /** Categories that are about security, with all below them. */
    @AttributeDefinition(
            name = "Categories",
            description = "Paths of categories that are about security, with all below them.")
    String[] categories() default {"security"};

    /** Words and phrases that tell of an incident. */
    @AttributeDefinition(
            name = "Keywords",
            description = "Whole words, or phrases of up to 8 words, that tell of an incident. At most 500.")
    String[] keywords() default {
        "security incident",
        "security breach",
        "data breach",
        "data leak",
        "account hacked",
        "been hacked",
        "was hacked",
        "unauthorized access",
        "unauthorised access",
        "phishing",
        "ransomware",
        "malware",
        "Sicherheitsvorfall",
        "Datenleck",
        "Datenpanne",
        "gehackt",
        "Schadsoftware"
    };

    /** The kinds of secrets that are looked for. */
    @AttributeDefinition(
            name = "Secrets",
            description = "Kinds of secrets that are looked for in the text.",
            options = {
                @Option(label = "Private keys", value = "private-key"),
                @Option(label = "Access tokens", value = "access-token"),
                @Option(label = "Card numbers", value = "card-number"),
                @Option(label = "Passwords in clear", value = "password")
            })
    String[] secrets() default {"private-key", "access-token", "card-number", "password"};

    /** A priority below which they do not stay; none if empty. */
    @AttributeDefinition(
            name = "Lowest priority",
            description = "The priority below which an incident does not stay.",
            options = {
                @Option(label = "As it is", value = ""),
                @Option(label = "P1", value = "P1"),
                @Option(label = "P2", value = "P2"),
                @Option(label = "P3", value = "P3")
            })
    String lowestPriority() default "P2";
}
