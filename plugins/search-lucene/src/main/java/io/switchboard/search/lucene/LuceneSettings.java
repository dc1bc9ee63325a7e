package io.switchboard.search.lucene;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of {@link LuceneSearch}. */
@ObjectClassDefinition(name = "Search", description = "Full-text search over tickets.")
public @interface LuceneSettings {
    /** How many megabytes of changes are gathered in memory. */
    @AttributeDefinition(
            name = "Memory for changes (MB)",
            description = "More makes a rebuild faster and takes more memory.",
            min = "4",
            max = "512")
    int megabytes() default 24;

    /** How often changes are written into the index for good. */
    @AttributeDefinition(
            name = "Seconds between commits",
            description = "Nothing is lost in between; after a crash what changed since the last one is read again.",
            min = "1",
            max = "300")
    int commitSeconds() default 5;
}
