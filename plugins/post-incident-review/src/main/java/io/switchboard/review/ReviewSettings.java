package io.switchboard.review;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link MajorIncidents}. */
@ObjectClassDefinition(
        name = "Post-incident review",
        description = "Has major incidents looked back upon, and keeps track of what is to be done about them.")
public @interface ReviewSettings {
    /** Which priorities make an incident a major one. */
    @AttributeDefinition(
            name = "Priorities",
            description = "A review is made for incidents of these priorities, P1 to P4, when they are resolved. None "
                    + "makes reviews by hand only.",
            required = false)
    String[] priorities() default {"P1"};

    /** Which types of tickets count as incidents. */
    @AttributeDefinition(
            name = "Types",
            description = "The types of tickets that count as incidents.",
            required = false)
    String[] types() default {"incident"};

    /** Within how many days a review is to be held. */
    @AttributeDefinition(
            name = "Days until the review",
            description = "Within so many days after the incident was resolved the review is to be completed.",
            min = "1",
            max = "365")
    int days() default 5;
}
