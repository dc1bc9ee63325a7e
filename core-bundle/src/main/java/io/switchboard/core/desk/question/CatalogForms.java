package io.switchboard.core.desk.question;

import io.switchboard.api.intake.FormQuestion;
import io.switchboard.api.intake.RequestForms;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.configuration.Catalog;
import io.switchboard.core.desk.configuration.CatalogEntry;
import io.switchboard.core.desk.configuration.CatalogKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What forms of plugins ask: the categories that can be chosen, and the questions of each (IN6, WO3). */
@Component(service = RequestForms.class)
public final class CatalogForms implements RequestForms {
    private final Catalog catalog;
    private final QuestionSets sets;

    /** Makes it. */
    @Activate
    public CatalogForms(@Reference Catalog catalog, @Reference QuestionSets sets) {
        this.catalog = catalog;
        this.sets = sets;
    }

    @Override
    public List<OfferedCategory> categories() {
        return catalog.offered(CatalogKind.CATEGORY).stream()
                .map(entry -> new OfferedCategory(entry.id(), entry.name(), entry.description()))
                .toList();
    }

    @Override
    public List<FormQuestion> questions(@Nullable String category) {
        return asked(category).stream().map(Question::onForm).toList();
    }

    @Override
    public Map<String, FieldValue> answers(@Nullable String category, Map<String, String> answers) {
        Limits limits = new Limits();
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        for (Question question : asked(category)) {
            String field = "answers." + question.id();
            String typed = answers.getOrDefault(question.id(), "");
            if (typed.isBlank()) {
                if (question.required()) {
                    limits.wrong(field, "must be given");
                }
                continue;
            }
            Optional<FieldValue> answer = question.read(typed);
            if (answer.isEmpty()) {
                limits.wrong(field, question.demand());
            } else {
                limits.text(field, typed, AnswerQuestions.LONGEST);
                fields.put(question.field(), answer.get());
            }
        }
        limits.fields(fields).check();
        return fields;
    }

    private List<Question> asked(@Nullable String category) {
        return catalog.offered(CatalogKind.CATEGORY).stream()
                .map(CatalogEntry::id)
                .filter(id -> id.equals(category))
                .findFirst()
                .map(sets::of)
                .orElse(List.of());
    }
}
