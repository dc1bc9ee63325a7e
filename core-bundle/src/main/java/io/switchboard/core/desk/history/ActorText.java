package io.switchboard.core.desk.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.api.desk.Actor;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.store.Json;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an actor stands in the history: as a small JSON object that names people by id. */
public final class ActorText {
    private ActorText() {}

    /** Writes an actor. */
    public static String write(Actor actor) {
        Map<String, String> members = new TreeMap<>();
        members.put("channel", actor.channel());
        if (actor instanceof Actor.Person person) {
            members.put("kind", "person");
            members.put("id", person.person().toString());
        } else if (actor instanceof Actor.Plugin plugin) {
            members.put("kind", "plugin");
            members.put("id", plugin.plugin());
            PersonId onBehalfOf = plugin.onBehalfOf();
            if (onBehalfOf != null) {
                members.put("onBehalfOf", onBehalfOf.toString());
            }
        } else if (actor instanceof Actor.Timer timer) {
            members.put("kind", "timer");
            members.put("id", timer.timer());
        } else if (actor instanceof Actor.System system) {
            members.put("kind", "system");
            members.put("id", system.part());
        } else {
            members.put("kind", "anonymous");
        }
        return Json.write(members);
    }

    /** Reads an actor. */
    public static Actor read(String text) {
        JsonNode members = Json.tree(text);
        String channel = members.path("channel").asText();
        String id = members.path("id").asText();
        String kind = members.path("kind").asText();
        return switch (kind) {
            case "person" -> new Actor.Person(PersonId.of(id), channel);
            case "plugin" -> new Actor.Plugin(id, onBehalfOf(members), channel);
            case "timer" -> new Actor.Timer(id);
            case "system" -> new Actor.System(id);
            case "anonymous" -> new Actor.Anonymous(channel);
            default -> throw new IllegalStateException("the history names an unknown kind of actor: " + kind);
        };
    }

    private static @Nullable PersonId onBehalfOf(JsonNode members) {
        return members.hasNonNull("onBehalfOf")
                ? PersonId.of(members.get("onBehalfOf").asText())
                : null;
    }
}
