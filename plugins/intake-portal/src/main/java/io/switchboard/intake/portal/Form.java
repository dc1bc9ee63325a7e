package io.switchboard.intake.portal;

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

/**
 * A form with files, as a browser sends it.
 *
 * @param fields the texts by name
 * @param files the files, kept already
 */
record Form(Map<String, String> fields, List<AttachmentId> files) {
    private static final int MAXIMUM_PARTS = 30;
    private static final int MAXIMUM_FILES = 10;
    private static final int MAXIMUM_TEXT = 1 << 20;

    static Form read(List<EntityPart> parts, Portal portal) throws IOException {
        if (parts.size() > MAXIMUM_PARTS) {
            throw new SwitchboardException(ErrorCode.TOO_LARGE, "The form has too many parts");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        List<AttachmentId> files = new ArrayList<>();
        for (EntityPart part : parts) {
            String fileName = part.getFileName().orElse(null);
            try (InputStream content = part.getContent()) {
                if (fileName == null) {
                    fields.put(part.getName(), text(part.getName(), content));
                } else if (!fileName.isBlank()) {
                    if (files.size() == MAXIMUM_FILES) {
                        throw SwitchboardException.field("file", "must be at most " + MAXIMUM_FILES + " files");
                    }
                    files.add(portal.keep(fileName, content));
                }
            }
        }
        return new Form(fields, files);
    }

    private static String text(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MAXIMUM_TEXT + 1);
        if (bytes.length > MAXIMUM_TEXT) {
            throw new SwitchboardException(ErrorCode.TOO_LARGE, name + " is too long; attach a file instead");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns what fields of plugins add, in the order of the form. */
    List<Addition> additions() {
        return Addition.of(fields);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
