package io.switchboard.core.rest;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.TicketId;
import java.util.List;

/** Writes identifiers as the plain texts that clients see. */
final class Identifiers extends SimpleModule {
    private static final long serialVersionUID = 1L;

    Identifiers() {
        super("identifiers");
        for (Class<?> type : List.of(
                TicketId.class,
                MessageId.class,
                EventId.class,
                AttachmentId.class,
                PersonId.class,
                TeamId.class,
                OrganizationId.class,
                Status.class)) {
            addSerializer(type, ToStringSerializer.instance);
        }
    }
}
