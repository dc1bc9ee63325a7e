package io.switchboard.core.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396) on the records of requests: only what they name can be changed. */
public final class MergePatch {
    private MergePatch() {}

    /**
     * Returns what a patch makes of a value.
     *
     * @throws JsonProcessingException if it names something that the type does not have, or gives it another type
     */
    public static <T> T apply(T current, ObjectNode patch, Class<T> type) throws JsonProcessingException {
        ObjectNode merged = ApiJson.MAPPER.valueToTree(current);
        merge(merged, patch);
        // Left as null rather than left out, so that an unknown name is refused here too.
        patch.properties().stream()
                .filter(member -> member.getValue().isNull())
                .forEach(member -> merged.putNull(member.getKey()));
        return ApiJson.MAPPER.treeToValue(merged, type);
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode inner) {
                merge(target.get(name) instanceof ObjectNode known ? known : target.putObject(name), inner);
            } else {
                target.set(name, value);
            }
        });
    }
}
