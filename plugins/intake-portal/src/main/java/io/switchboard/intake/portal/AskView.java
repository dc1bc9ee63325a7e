package io.switchboard.intake.portal;

import com.samskivert.mustache.Template;
import io.switchboard.api.intake.FormQuestion;
import io.switchboard.api.intake.FormQuestion.Kind;
import io.switchboard.api.intake.RequestForms;
import io.switchboard.api.intake.RequestForms.OfferedCategory;
import io.switchboard.api.knowledge.Articles;
import io.switchboard.api.ticket.TicketType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws the form by which people ask for help, as it fits what they ask about, and the receipt. */
final class AskView {
    private static final List<String> FIELDS =
            List.of("name", "email", "subject", "description", "errorMessages", "userImpact");

    private final Frame frame;
    private final Portal portal;
    private final RequestForms forms;
    private final Articles articles;
    private final Template ask = Frame.template("ask.html");
    private final Template receipt = Frame.template("receipt.html");

    AskView(Frame frame, Portal portal, RequestForms forms, Articles articles) {
        this.frame = frame;
        this.portal = portal;
        this.forms = forms;
        this.articles = articles;
    }

    Response form(int status, Words words, Form form, List<Fault> faults) {
        Map<String, String> wrong = Fault.byField(faults);
        Map<String, Object> data = new HashMap<>();
        data.put("faults", faults);
        data.put("faulty", !faults.isEmpty());
        data.put(
                "fault",
                Stream.concat(FIELDS.stream(), Stream.of("type", "category", "file"))
                        .collect(Collectors.toMap(field -> field, field -> wrong.getOrDefault(field, ""))));
        FIELDS.forEach(field -> data.put(field, form.field(field)));
        data.put("additions", form.additions());
        data.put("searchable", articles.installed());
        topic(words, form.topic(), data);
        List<FormQuestion> questions = forms.questions(form.topic().path());
        data.put("asksMore", !questions.isEmpty());
        data.put(
                "questions",
                questions.stream()
                        .map(question -> question(words, question, form.field("answers." + question.id()), wrong))
                        .toList());
        Look now = frame.look();
        String heading = now.heading().isEmpty() ? words.text("askTitle") : now.heading();
        data.put("heading", heading);
        data.put("introduction", now.introduction().isEmpty() ? words.text("askLead") : now.introduction());
        data.putAll(FileLimits.shown(words, portal.largestFile()));
        return frame.open(status, words, heading, ask, data);
    }

    Response receipt(Words words, Portal.Receipt given) {
        Map<String, Object> data = new HashMap<>();
        data.put("number", given.number());
        data.put("link", given.link().toString());
        return frame.page(201, words, words.text("receiptTitle"), receipt, data);
    }

    /** Returns what the questions of a category are called, by the names of their fields. */
    Map<String, String> labels(Topic topic) {
        return forms.questions(topic.path()).stream()
                .collect(Collectors.toMap(question -> "answers." + question.id(), FormQuestion::text));
    }

    private void topic(Words words, Topic topic, Map<String, Object> data) {
        List<TicketType> types = frame.look().types();
        data.put("hasTypes", !types.isEmpty());
        data.put(
                "types",
                Stream.concat(types.stream().map(TicketType::id), Stream.of(""))
                        .map(type -> Map.<String, Object>of(
                                "id", type, "name", words.text("type." + type), "chosen", type.equals(topic.type())))
                        .toList());
        List<OfferedCategory> categories = forms.categories();
        Map<String, String> names = categories.stream()
                .collect(Collectors.toMap(OfferedCategory::path, category -> words.category(category.name())));
        data.put("hasCategories", !categories.isEmpty());
        data.put(
                "categories",
                categories.stream()
                        .map(category -> Map.<String, Object>of(
                                "path",
                                category.path(),
                                "name",
                                name(category.path(), names),
                                "chosen",
                                category.path().equals(topic.category())))
                        .toList());
        data.put("descriptionLabel", words.of("askDescription", topic.type()));
        data.put("descriptionHint", words.of("askHint", topic.type()));
        data.put("trouble", topic.type().equals(TicketType.INCIDENT.id()));
    }

    /** A category is named with those above it, since a list has no branches. */
    private static String name(String path, Map<String, String> names) {
        int end = path.lastIndexOf('/');
        String own = names.getOrDefault(path, path);
        return end < 0 ? own : name(path.substring(0, end), names) + " › " + own;
    }

    private static Map<String, Object> question(
            Words words, FormQuestion question, String answer, Map<String, String> wrong) {
        String field = "answers." + question.id();
        Map<String, Object> data = new HashMap<>();
        data.put("field", field);
        data.put("text", question.text());
        data.put("required", question.required());
        data.put("answer", answer);
        data.put("wrong", wrong.getOrDefault(field, ""));
        data.put("free", question.kind() == Kind.TEXT);
        data.put("number", question.kind() == Kind.NUMBER);
        data.put("choice", question.kind() == Kind.CHOICE || question.kind() == Kind.YES_NO);
        data.put(
                "choices",
                question.kind() == Kind.YES_NO
                        ? List.of(choice("yes", words.text("yes"), answer), choice("no", words.text("no"), answer))
                        : question.choices().stream()
                                .map(choice -> choice(choice, choice, answer))
                                .toList());
        return data;
    }

    private static Map<String, Object> choice(String value, String label, String answer) {
        return Map.of("value", value, "label", label, "chosen", value.equals(answer));
    }
}
