package io.switchboard.core.rest.people;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.Message;
import io.switchboard.core.desk.person.ExportPerson;
import io.switchboard.core.desk.person.ExportPerson.Export;
import io.switchboard.core.files.DownloadFile;
import io.switchboard.core.rest.ApiJson;
import io.switchboard.core.rest.ticket.MessageView;
import io.switchboard.core.rest.ticket.TicketView;
import io.switchboard.core.store.ticket.TicketSummary;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The zip of one person's data: {@code person.json}, a JSON file for each ticket under {@code tickets}, files by their ids
 * under {@code files}, and at the end {@code contents.json}, which says how many there are and what was left out.
 */
final class PersonArchive implements StreamingOutput {
    static final int MOST_TICKETS = 10_000;
    static final long MOST_BYTES = 20L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(PersonArchive.class);
    private static final ObjectWriter WRITER = ApiJson.MAPPER.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final ExportPerson export;
    private final DownloadFile download;
    private final Export data;
    private final List<String> leftOut = new ArrayList<>();
    private final Set<AttachmentId> seen = new HashSet<>();
    private int tickets;
    private int files;
    private long bytes;

    PersonArchive(ExportPerson export, DownloadFile download, Export data) {
        this.export = export;
        this.download = download;
        this.data = data;
    }

    @Override
    public void write(OutputStream output) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(output)) {
            put(zip, "person.json", data.facts());
            TicketSummary last = null;
            do {
                List<TicketSummary> page = export.tickets(data, last);
                last = page.isEmpty() ? null : page.get(page.size() - 1);
                for (TicketSummary ticket : page) {
                    ticket(zip, ticket);
                }
            } while (last != null && tickets < MOST_TICKETS);
            if (last != null) {
                leftOut.add("tickets beyond the first " + MOST_TICKETS);
            }
            put(zip, "contents.json", Map.of("tickets", tickets, "files", files, "leftOut", leftOut));
        }
    }

    private void ticket(ZipOutputStream zip, TicketSummary ticket) throws IOException {
        List<Map<String, @Nullable Object>> said = new ArrayList<>();
        List<Attachment> attached = new ArrayList<>();
        Message last = null;
        do {
            List<Message> page = export.messages(data, ticket.id(), last);
            last = page.isEmpty() ? null : page.get(page.size() - 1);
            for (Message message : page) {
                said.add(MessageView.of(message));
                attached.addAll(message.attachments());
            }
        } while (last != null);
        Map<String, @Nullable Object> view = new LinkedHashMap<>(TicketView.of(ticket, data.person()));
        view.put("messages", said);
        put(zip, "tickets/" + ticket.number() + ".json", view);
        tickets++;
        for (Attachment attachment : attached) {
            if (seen.add(attachment.id())) {
                file(zip, attachment);
            }
        }
    }

    private void file(ZipOutputStream zip, Attachment attachment) throws IOException {
        if (bytes + attachment.size() > MOST_BYTES) {
            leftOut.add("file " + attachment.id() + ": the archive would be too large");
            return;
        }
        try (InputStream content =
                download.handle(data.person(), attachment.id()).open()) {
            zip.putNextEntry(new ZipEntry("files/" + attachment.id()));
            content.transferTo(zip);
            zip.closeEntry();
            files++;
            bytes += attachment.size();
        } catch (SwitchboardException lost) {
            LOG.error("The file {} cannot be exported", attachment.id(), lost);
            leftOut.add("file " + attachment.id() + ": its content is lost or damaged");
        }
    }

    private static void put(ZipOutputStream zip, String name, Object content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        WRITER.writeValue((OutputStream) zip, content);
        zip.closeEntry();
    }
}
