package io.switchboard.core.store.link;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.store.MapperSource;
import io.switchboard.core.store.link.LinkMapper.LinkRow;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ties between tickets in SQL. */
@Component(service = LinkStore.class)
public final class SqlLinkStore implements LinkStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlLinkStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public boolean add(TicketLink link) {
        LinkRow row = row(link);
        if (!mapper().find(row).isEmpty()) {
            return false;
        }
        mapper().insert(row);
        return true;
    }

    @Override
    public boolean remove(TicketLink link) {
        return mapper().delete(row(link)) == 1;
    }

    @Override
    public List<TicketLink> of(TicketId ticket) {
        List<LinkRow> rows = new ArrayList<>(mapper().from(ticket));
        rows.addAll(mapper().to(ticket));
        return rows.stream()
                .map(row -> new TicketLink(row.kind(), row.fromTicket(), row.toTicket()))
                .toList();
    }

    @Override
    public void purge(TicketId ticket) {
        mapper().deleteFrom(ticket);
        mapper().deleteTo(ticket);
    }

    private static LinkRow row(TicketLink link) {
        return new LinkRow(link.from(), link.to(), link.kind());
    }

    private LinkMapper mapper() {
        return mappers.of(LinkMapper.class);
    }
}
