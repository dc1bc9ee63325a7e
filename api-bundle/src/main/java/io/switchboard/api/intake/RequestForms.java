package io.switchboard.api.intake;

import io.switchboard.api.ticket.FieldValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a form asks people who need help: the categories of the desk, and the questions of each. Get it as an OSGi service;
 * it may be used from any thread and changes nothing. What it returns is as administrators want it at that moment.
 */
@ProviderType
public interface RequestForms {
    /**
     * Returns the categories that can be chosen, parents before their children. One that cannot be chosen is left out with all
     * below it.
     */
    List<OfferedCategory> categories();

    /**
     * Returns what is asked about tickets of a category: first what is asked of the widest category above it.
     *
     * @param category the category's path, or null for none; of one that cannot be chosen nothing is asked
     */
    List<FormQuestion> questions(@Nullable String category);

    /**
     * Reads what somebody answered, for {@link io.switchboard.api.desk.NewTicket#withFields}: the desk then shows it as answers
     * to its questions.
     *
     * @param category the category's path, or null for none
     * @param answers what was typed or chosen, by the ids of the questions; blank is not answered, {@code yes} and {@code no}
     *     answer a yes or no, and what is not asked is left out
     * @return the ticket's fields by their names
     * @throws io.switchboard.api.error.SwitchboardException with {@code invalid-field} that names {@code answers.} and the
     *     question, for all that is missing or cannot be answered so
     */
    Map<String, FieldValue> answers(@Nullable String category, Map<String, String> answers);

    /**
     * A category.
     *
     * @param path what a ticket carries, such as {@code technical-issues/network}
     * @param name what people read, as administrators wrote it
     * @param description when to choose it, or null
     */
    record OfferedCategory(
            String path, String name, @Nullable String description) {}
}
