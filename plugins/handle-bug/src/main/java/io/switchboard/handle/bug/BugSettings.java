package io.switchboard.handle.bug;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the plugin. */
@ObjectClassDefinition(
        name = "Defect handling",
        description =
                "Reports confirmed defects to a bug tracker, once each, and has their tickets wait for its decision.")
public @interface BugSettings {
    /** The tag by which agents confirm a defect. */
    @AttributeDefinition(name = "Confirming tag", description = "The tag by which agents confirm that it is a defect.")
    String tag() default "confirmed-defect";

    /** The team that tickets of confirmed defects go to. */
    @AttributeDefinition(
            name = "Team",
            description =
                    "The team that tickets of confirmed defects go to: its name or id. Empty: they stay where they are.",
            required = false)
    String team() default "Development";

    /** The tracker that new defects are reported to. */
    @AttributeDefinition(
            name = "Tracker",
            description =
                    "The tracker that gets new reports, such as github or jira. Empty: the one of the higher service "
                            + "ranking, then of the smaller plugin id.",
            required = false)
    String tracker() default "";

    /** Categories that are about defects, with all below them. */
    @AttributeDefinition(
            name = "Categories",
            description =
                    "Paths of categories that are about defects, with all below them: they are marked, not yet reported.")
    String[] categories() default {"bug", "defect"};

    /** The tag by which agents say that a confidential ticket may be reported. */
    @AttributeDefinition(
            name = "Tag of consent",
            description =
                    "The tag by which agents say that a defect may be reported though its ticket is confidential.")
    String consent() default "report-confidential";

    /** Whether customers' words go to the tracker. */
    @AttributeDefinition(
            name = "Pass customers' words on",
            description =
                    "Whether subject, error messages and affected systems are reported, too, without the addresses and "
                            + "names of those who take part. Never of confidential tickets.")
    boolean customersWords() default false;

    /** What the tracker calls the priorities. */
    @AttributeDefinition(
            name = "Severities",
            description =
                    "What the tracker calls the desk's priorities, in lines such as 'P1 = Highest': a label of GitHub, a "
                            + "priority of Jira.",
            required = false)
    String[] severities() default {};

    /** How often the tracker is asked, in minutes. */
    @AttributeDefinition(
            name = "Minutes between questions",
            description = "How often the tracker is asked what became of a report, besides what its webhook says.",
            min = "1",
            max = "1440")
    int minutes() default 15;
}
