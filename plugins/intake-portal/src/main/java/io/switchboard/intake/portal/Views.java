package io.switchboard.intake.portal;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Draws the pages from templates that can do nothing but show escaped texts. */
final class Views {
    private final PageScripts scripts;
    private final PortalLook look;
    private final Template frame = template("frame.html");
    private final Template ask = template("ask.html");
    private final Template receipt = template("receipt.html");
    private final Template follow = template("follow.html");
    private final Template notice = template("notice.html");

    Views(PageScripts scripts, PortalLook look) {
        this.scripts = scripts;
        this.look = look;
    }

    String ask(Words words, Form form, List<String> errors) {
        Map<String, Object> data = new HashMap<>();
        data.put("errors", errors);
        data.put("faulty", !errors.isEmpty());
        for (String field : List.of("name", "email", "subject", "description")) {
            data.put(field, form.field(field));
        }
        data.put("additions", form.additions());
        Look now = look.now();
        String heading = now.heading().isEmpty() ? words.text("askTitle") : now.heading();
        data.put("heading", heading);
        data.put("introduction", now.introduction().isEmpty() ? words.text("askLead") : now.introduction());
        return framed(words, heading, ask, data, scripts.head());
    }

    String receipt(Words words, Portal.Receipt given) {
        Map<String, Object> data = new HashMap<>();
        data.put("number", given.number());
        data.put("link", given.link().toString());
        return framed(words, words.text("receiptTitle"), receipt, data);
    }

    String notice(Words words, SwitchboardException refusal) {
        Map<String, Object> data = new HashMap<>();
        data.put("message", words.refusal(refusal));
        data.put("foreign", words.isForeign(refusal));
        return framed(words, words.text("noticeTitle"), notice, data);
    }

    String follow(Words words, Portal.Followed followed, String token, List<String> errors, String body) {
        Ticket ticket = followed.ticket();
        Resolution resolution = ticket.resolution();
        Map<String, Object> data = new HashMap<>();
        data.put("number", ticket.number());
        data.put("subject", ticket.subject());
        data.put("state", words.text(state(ticket)));
        data.put("expected", words.text("expected", ticket.expectedResolutionAt()));
        data.put("update", words.text("update", ticket.nextUpdateDueAt()));
        data.put("solution", resolution == null ? "" : resolution.summary());
        data.put(
                "messages",
                followed.thread().stream()
                        .map(message -> message(words, message))
                        .toList());
        data.put("errors", errors);
        data.put("faulty", !errors.isEmpty());
        data.put("body", body);
        data.put("token", token);
        data.put("verifiable", followed.verifiable());
        data.put("open", !followed.ended());
        data.put("survey", SurveyPart.of(followed.survey()));
        return framed(words, ticket.number() + ": " + ticket.subject(), follow, data);
    }

    /** Returns the name of the words for where a ticket stands. */
    private static String state(Ticket ticket) {
        Progress progress = ticket.progress();
        Resolution resolution = ticket.resolution();
        if (resolution != null && resolution.closure() != null) {
            return "stateClosed";
        }
        if (progress.stage() == Stage.RESOLUTION) {
            return "stateSolved";
        }
        if (progress.nextMove() == NextMove.CUSTOMER) {
            return "stateCustomer";
        }
        if (progress.nextMove() == NextMove.THIRD_PARTY) {
            return "statePartner";
        }
        return progress.stage() == Stage.WORKING ? "stateWorking" : "stateQueue";
    }

    private static Map<String, Object> message(Words words, Message message) {
        PersonReference author = message.author();
        boolean ours = message.kind() == MessageKind.REPLY;
        String name = author == null ? words.text("desk") : author.name();
        return Map.of(
                "side",
                ours ? "desk" : "customer",
                "author",
                name,
                "time",
                words.time(message.createdAt()),
                "body",
                message.format() == BodyFormat.HTML ? plain(message.body()) : message.body(),
                "files",
                message.attachments().stream().map(Attachment::name).toList());
    }

    /** Returns the words of HTML that the desk has sanitised. */
    private static String plain(String html) {
        return html.replaceAll("(?i)<br\\s*/?>|</p>|</div>|</li>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private String framed(Words words, String title, Template content, Map<String, Object> data) {
        return framed(words, title, content, data, "");
    }

    private String framed(Words words, String title, Template content, Map<String, Object> data, String head) {
        data.put("words", words.all());
        Look now = look.now();
        Map<String, Object> page = new HashMap<>();
        page.put("title", title);
        page.put("content", content.execute(data));
        page.put("scripts", head);
        page.put("base", scripts.base());
        page.put("words", words.all());
        page.put("desk", now.name().isEmpty() ? words.text("desk") : now.name());
        page.put("styles", now.stylesAddress());
        page.put("logo", now.logoAddress());
        page.put("hasLinks", !now.links().isEmpty());
        page.put(
                "links",
                now.links().stream()
                        .map(link -> Map.of("text", link.words(), "address", link.address()))
                        .toList());
        return frame.execute(page);
    }

    private static Template template(String name) {
        try (InputStream file = Objects.requireNonNull(Views.class.getResourceAsStream(name), name);
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return Mustache.compiler().emptyStringIsFalse(true).compile(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
