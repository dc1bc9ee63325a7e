package io.switchboard.testkit.fake;

import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.intake.FormQuestion;
import io.switchboard.api.intake.RequestForms;
import io.switchboard.api.ticket.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Categories, each with questions of its own, as a test adds them. Every answer is kept as a text. */
public final class InMemoryRequestForms implements RequestForms {
    private final List<OfferedCategory> categories = new ArrayList<>();
    private final Map<String, List<FormQuestion>> questions = new LinkedHashMap<>();

    /** Offers a category. */
    public void offer(String path, String name, FormQuestion... asked) {
        categories.add(new OfferedCategory(path, name, null));
        questions.put(path, List.of(asked));
    }

    @Override
    public List<OfferedCategory> categories() {
        return List.copyOf(categories);
    }

    @Override
    public List<FormQuestion> questions(@Nullable String category) {
        return category == null ? List.of() : questions.getOrDefault(category, List.of());
    }

    @Override
    public Map<String, FieldValue> answers(@Nullable String category, Map<String, String> answers) {
        List<FieldError> missing = new ArrayList<>();
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        for (FormQuestion question : questions(category)) {
            String answer = answers.getOrDefault(question.id(), "");
            if (!answer.isBlank()) {
                fields.put("diagnostic." + question.id(), new FieldValue.Text(answer));
            } else if (question.required()) {
                missing.add(new FieldError("answers." + question.id(), "must be given"));
            }
        }
        if (!missing.isEmpty()) {
            throw SwitchboardException.fields(missing);
        }
        return fields;
    }
}
