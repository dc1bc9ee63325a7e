package io.switchboard.core.triage;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.core.store.Json;
import java.util.Map;

/** Reads what directories told of a customer. */
final class Attributes {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Attributes() {}

    static Map<String, String> read(String json) {
        return Json.read(json, TEXTS);
    }
}
