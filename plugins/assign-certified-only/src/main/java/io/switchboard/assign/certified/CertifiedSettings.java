package io.switchboard.assign.certified;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link AssignCertifiedOnly}. */
@ObjectClassDefinition(
        name = "Certified agents only",
        description = "Gives tickets to agents only who hold the certificates that their work asks for.")
public @interface CertifiedSettings {
    /** Certificates that every ticket needs. */
    @AttributeDefinition(
            name = "For every ticket",
            description = "Ids of certificates without which an agent is given no ticket at all.",
            required = false)
    String[] always() default {};

    /** Certificates that categories need, with all below them. */
    @AttributeDefinition(
            name = "By category",
            description =
                    "Lines such as 'technical-issues/banking = banking, card-payments': the path of a category, with all "
                            + "below it, and the certificates that its tickets need.",
            required = false)
    String[] categories() default {};

    /** Certificates that the tickets of teams need. */
    @AttributeDefinition(
            name = "By team",
            description =
                    "Lines such as 'Network = network-security': the name or the id of a team, and the certificates that "
                            + "the tickets of its queue need.",
            required = false)
    String[] teams() default {};

    /** How many months a certificate holds, or 0 for ever. */
    @AttributeDefinition(
            name = "Months that it holds",
            description = "After so many months it must be passed again. 0 sets no limit.",
            min = "0",
            max = "1200")
    int months() default 12;

    /** Certificates that hold for another time. */
    @AttributeDefinition(
            name = "Other times",
            description =
                    "Lines such as 'card-payments = 24': certificates that hold for another number of months; 0 sets no "
                            + "limit.",
            required = false)
    String[] otherMonths() default {};

    /** How many days before a certificate runs out health tells of it. */
    @AttributeDefinition(
            name = "Days of warning",
            description =
                    "So many days before an agent's certificate runs out, the plugin's health names it. 0 is never.",
            min = "0",
            max = "365")
    int warningDays() default 30;
}
