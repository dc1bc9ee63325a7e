package io.switchboard.intake.portal;

import io.switchboard.api.survey.Surveys;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The ticket behind a private link, as JSON. */
final class FollowedView {
    private FollowedView() {}

    static Map<String, Object> of(Portal.Followed followed) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", followed.ticket().number());
        view.put("subject", followed.ticket().subject());
        view.put("status", followed.ticket().progress().status().id());
        view.put("nextMove", followed.ticket().progress().nextMove().id());
        view.put("verifiable", followed.verifiable());
        Surveys.Invitation survey = followed.survey();
        if (survey != null) {
            view.put("survey", survey(survey));
        }
        view.put("thread", followed.thread().stream().map(FollowedView::message).toList());
        return view;
    }

    private static Map<String, Object> survey(Surveys.Invitation survey) {
        return Map.of(
                "survey", survey.survey(),
                "title", survey.form().title(),
                "questions",
                        survey.form().questions().stream()
                                .map(question -> Map.of(
                                        "id", question.id(),
                                        "text", question.text(),
                                        "kind", question.kind().name().toLowerCase(Locale.ROOT),
                                        "required", question.required()))
                                .toList(),
                "answers", survey.answers(),
                "until", survey.until().toString());
    }

    private static Map<String, Object> message(Message message) {
        PersonReference author = message.author();
        return Map.of(
                "from", message.kind() == MessageKind.REPLY ? "desk" : "customer",
                "author", author == null ? "" : author.name(),
                "body", message.body(),
                "format", message.format().id(),
                "createdAt", message.createdAt().toString());
    }
}
