package io.switchboard.handle.bug;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.desk.Desk.TicketPatch;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.Agent;
import io.switchboard.api.people.Team;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.data.TicketBuilder;
import io.switchboard.testkit.fake.FixedPluginContext;
import io.switchboard.testkit.fake.InMemoryDesk;
import io.switchboard.testkit.fake.InMemoryDirectory;
import io.switchboard.testkit.fake.InMemoryEscalations;
import io.switchboard.testkit.fake.InMemoryTicketLinks;
import io.switchboard.testkit.fake.InMemoryTrackers;
import io.switchboard.testkit.fake.InMemoryUploads;
import io.switchboard.testkit.fake.ManualClockwork;
import io.switchboard.testkit.fake.MovableClock;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The whole plugin on a desk and trackers in memory. */
final class BugBench {
    static final String TAG = "confirmed-defect";
    static final Team SUPPORT = new Team(SampleIds.team(1), "Support", null, 1, false);
    static final Team DEVELOPMENT = new Team(SampleIds.team(2), "Development", null, 3, false);
    static final Agent ANN = Samples.agent(1).build();

    final MovableClock clock = new MovableClock();
    final InMemoryDirectory directory =
            new InMemoryDirectory().add(SUPPORT).add(DEVELOPMENT).add(ANN);
    final InMemoryDesk desk = new InMemoryDesk(clock, directory, new InMemoryUploads(1));
    final InMemoryTicketLinks links = new InMemoryTicketLinks();
    final InMemoryEscalations escalations = new InMemoryEscalations(desk);
    final InMemoryDefects tables = new InMemoryDefects();
    final ManualClockwork clockwork = new ManualClockwork();
    final InMemoryTrackers trackers;
    final Defects defects;
    final BugRules rules;
    final DefectReaction reaction;
    final DefectAlarm alarm;
    final ReportText text;
    private long sequence;

    BugBench(Map<String, ?> settings, String... trackers) {
        this.trackers = new InMemoryTrackers(trackers);
        var context =
                new FixedPluginContext("handle-bug", clock, Path.of("unused"), URI.create("https://desk.example"));
        rules = new BugRules(settings(settings), directory);
        defects = new Defects(tables, clockwork, clock);
        text = new ReportText(rules, directory, context);
        reaction = new DefectReaction(desk, directory, defects, rules, context);
        alarm = new DefectAlarm(
                defects,
                rules,
                new Admission(desk, links, this.trackers, defects, rules),
                new Asking(desk, this.trackers, defects, rules, text),
                new Telling(desk, escalations, defects, rules, context),
                new Commenting(desk, this.trackers, defects, text));
    }

    static BugBench usual() {
        return new BugBench(Map.of(), "github");
    }

    private static BugSettings settings(Map<String, ?> changed) {
        Map<String, Object> all = new HashMap<>(changed);
        return (BugSettings) Proxy.newProxyInstance(
                BugSettings.class.getClassLoader(),
                new Class<?>[] {BugSettings.class},
                (proxy, method, arguments) ->
                        all.containsKey(method.getName()) ? all.get(method.getName()) : method.getDefaultValue());
    }

    /** Returns a ticket on which Ann of Support works. */
    TicketBuilder inWork(long serial) {
        return Samples.ticket(serial)
                .status(Status.IN_PROGRESS)
                .assignee(ANN)
                .team(SUPPORT)
                .field("defect", new FieldValue.Text("Export of an empty list crashes\n\nAlways."));
    }

    Ticket there(TicketBuilder builder) {
        Ticket ticket = builder.build();
        desk.put(ticket);
        return ticket;
    }

    Ticket now(Ticket ticket) {
        return desk.ticket(ticket.id()).orElseThrow();
    }

    List<String> notes(Ticket ticket) {
        return desk.thread(ticket.id(), 500).stream().map(Message::body).toList();
    }

    /** An agent confirms that it is a defect; all that follows is done. */
    void confirm(Ticket ticket) throws Exception {
        tag(ticket, TAG, true);
        settle();
    }

    void tag(Ticket ticket, String tag, boolean add) throws Exception {
        String before = String.join(", ", now(ticket).tags());
        desk.edit(ticket.id(), patch(add ? Set.of(tag) : Set.of(), add ? Set.of() : Set.of(tag), Map.of()), null);
        happens(
                ticket,
                EventType.TICKET_EDITED,
                new FieldChange("tags", before, String.join(", ", now(ticket).tags())),
                Map.of());
    }

    /** An agent names a report. */
    void name(Ticket ticket, String report) throws Exception {
        desk.edit(ticket.id(), patch(Set.of(), Set.of(), Map.of("bugReport", new FieldValue.Text(report))), null);
        happens(ticket, EventType.TICKET_EDITED, new FieldChange("fields.bugReport", null, report), Map.of());
    }

    private static TicketPatch patch(Set<String> add, Set<String> remove, Map<String, FieldValue> fields) {
        return new TicketPatch(null, null, null, add, remove, fields, null, null);
    }

    void happens(Ticket ticket, EventType type, @Nullable FieldChange change, Map<String, String> data)
            throws Exception {
        reaction.react(List.of(new TicketEvent(
                SampleIds.event(++sequence),
                ticket.id(),
                sequence,
                type,
                new Actor.Person(ANN.id(), "api"),
                clock.instant(),
                Optional.ofNullable(change).stream().toList(),
                null,
                null,
                data)));
    }

    /** Rings all that is due within some seconds. */
    void settle() throws Exception {
        for (int second = 0; second < 8; second++) {
            clock.move(Duration.ofSeconds(1));
            clockwork.ring(alarm, clock.instant());
        }
    }

    /** Lets time pass, so that trackers are asked. */
    void pass(Duration time) throws Exception {
        clock.move(time);
        settle();
    }

    Member member(TicketId ticket) {
        return defects.member(ticket).orElseThrow();
    }
}
