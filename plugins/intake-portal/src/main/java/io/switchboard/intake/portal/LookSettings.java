package io.switchboard.intake.portal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The settings of {@link PortalLook}. */
@ObjectClassDefinition(
        name = "Customer portal",
        description =
                "How the pages of customers look and what they say. What is empty stays as it comes, in the reader's language.")
public @interface LookSettings {
    /** Who speaks. */
    @AttributeDefinition(
            name = "Name",
            description = "At the head of each page, at most 80 characters.",
            required = false)
    String name() default "";

    /** What the front page asks. */
    @AttributeDefinition(name = "Heading", description = "Of the front page, at most 120 characters.", required = false)
    String heading() default "";

    /** What stands below that. */
    @AttributeDefinition(
            name = "Introduction",
            description = "Below the heading, at most 600 characters.",
            required = false)
    String introduction() default "";

    /** What stands at the foot. */
    @AttributeDefinition(
            name = "Links",
            description = "At the foot of each page, such as 'Imprint https://example.org/imprint'; at most ten.",
            required = false)
    String[] links() default {};

    /** What can be asked for. */
    @AttributeDefinition(
            name = "Types of requests",
            description = "From which customers choose. Without any they are not asked, and the desk finds it out.",
            options = {
                @Option(label = "Something does not work", value = "incident"),
                @Option(label = "Something is needed", value = "service_request"),
                @Option(label = "A question", value = "question"),
                @Option(label = "Something is to be changed", value = "change_request")
            },
            required = false)
    String[] types() default {"incident", "service_request", "question", "change_request"};

    /** The colour of buttons and links. */
    @AttributeDefinition(
            name = "Colour",
            description =
                    "Of buttons and links, such as #1a6b4f. It is made darker or lighter as far as it needs to be read well.",
            required = false)
    String color() default "";

    /** The logo. */
    @AttributeDefinition(
            name = "Logo",
            description = "A PNG, JPEG or WebP of at most 64 KiB as a data address: data:image/png;base64, and so on."
                    + " It is shown 32 pixels high before the name.",
            required = false)
    String logo() default "";
}
