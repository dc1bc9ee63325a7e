package io.switchboard.intake.portal;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.AttachmentId;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form with files, as a browser sends it. What is wrong with its files is kept until somebody asks for them, so that what
 * was typed can be shown again.
 *
 * @param fields the texts by name
 * @param kept the files, kept already
 * @param refusal what is wrong with the files, or null
 */
record Form(
        Map<String, String> fields,
        List<AttachmentId> kept,
        @Nullable SwitchboardException refusal) {
    static final Form EMPTY = new Form(Map.of(), List.of(), null);
    static final int MAXIMUM_FILES = 10;

    private static final int MAXIMUM_PARTS = 100;
    private static final int MAXIMUM_TEXT = 1 << 20;
    private static final String ANSWER = "answers.";

    /** Returns a form of texts alone. */
    static Form of(Map<String, String> fields) {
        return new Form(fields, List.of(), null);
    }

    static Form read(List<EntityPart> parts, Portal portal) throws IOException {
        if (parts.size() > MAXIMUM_PARTS) {
            throw new SwitchboardException(ErrorCode.TOO_LARGE, "The form has too many parts");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        List<AttachmentId> files = new ArrayList<>();
        SwitchboardException refusal = null;
        for (EntityPart part : parts) {
            String fileName = part.getFileName().orElse(null);
            try (InputStream content = part.getContent()) {
                if (fileName == null) {
                    fields.put(part.getName(), text(part.getName(), content));
                } else if (!fileName.isBlank() && refusal == null) {
                    files.add(keep(files.size(), fileName, content, portal));
                }
            } catch (SwitchboardException wrong) {
                refusal = wrong;
            }
        }
        return new Form(fields, files, refusal);
    }

    private static AttachmentId keep(int number, String name, InputStream content, Portal portal) throws IOException {
        if (number == MAXIMUM_FILES) {
            throw SwitchboardException.field("file", "must be at most " + MAXIMUM_FILES + " files");
        }
        return portal.keep(name, content);
    }

    private static String text(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MAXIMUM_TEXT + 1);
        if (bytes.length > MAXIMUM_TEXT) {
            throw new SwitchboardException(ErrorCode.TOO_LARGE, name + " is too long; attach a file instead");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Returns its files.
     *
     * @throws SwitchboardException if one was refused
     */
    List<AttachmentId> files() {
        if (refusal != null) {
            throw refusal;
        }
        return kept;
    }

    /** Returns what fields of plugins add, in the order of the form. */
    List<Addition> additions() {
        return Addition.of(fields);
    }

    Topic topic() {
        return new Topic(field("type"), field("category"));
    }

    /** Returns what was answered to the questions of the category, by their ids. */
    Map<String, String> answers() {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(ANSWER))
                .collect(Collectors.toMap(field -> field.getKey().substring(ANSWER.length()), Map.Entry::getValue));
    }

    /**
     * Returns what is asked for.
     *
     * @throws SwitchboardException if a file was refused, or an additional field cannot be taken
     */
    Request request() {
        return new Request(
                new Contact(field("name"), field("email"), null),
                field("subject"),
                Addition.below(field("description"), additions()),
                topic(),
                Request.told(field("errorMessages"), field("userImpact")),
                answers(),
                files());
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
