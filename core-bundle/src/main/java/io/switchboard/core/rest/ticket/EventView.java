package io.switchboard.core.rest.ticket;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.TicketEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an event of the history looks in JSON. */
final class EventView {
    private EventView() {}

    static Map<String, @Nullable Object> of(TicketEvent event) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", event.id().toString());
        view.put("sequence", event.sequence());
        view.put("type", event.type().id());
        view.put("actor", actor(event.actor()));
        view.put("at", event.at());
        view.put("changes", event.changes());
        view.put("message", event.message() == null ? null : event.message().toString());
        view.put("reason", event.reason());
        view.put("data", event.data());
        return view;
    }

    private static Map<String, @Nullable Object> actor(Actor actor) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        if (actor instanceof Actor.Person person) {
            view.put("kind", "person");
            view.put("id", person.person().toString());
        } else if (actor instanceof Actor.Plugin plugin) {
            PersonId onBehalfOf = plugin.onBehalfOf();
            view.put("kind", "plugin");
            view.put("id", plugin.plugin());
            view.put("onBehalfOf", onBehalfOf == null ? null : onBehalfOf.toString());
        } else if (actor instanceof Actor.Timer timer) {
            view.put("kind", "timer");
            view.put("id", timer.timer());
        } else if (actor instanceof Actor.System system) {
            view.put("kind", "system");
            view.put("id", system.part());
        } else {
            view.put("kind", "anonymous");
        }
        view.put("channel", actor.channel());
        return view;
    }
}
