package io.switchboard.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.SwitchboardException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdditionTest {
    private final Map<String, String> fields = new LinkedHashMap<>();

    @Test
    void whatWasWrittenStandsBelowTheWordsWithItsTitle() {
        put("places/Place", "Where is it?", " Warehouse ");
        put("devices/Number", "Device\r\nnumber", "17");
        put("devices/Empty", "Nothing", " ");

        assertThat(Addition.below("It is dark.\n", Addition.of(fields)))
                .isEqualTo("It is dark.\n\nWhere is it? Warehouse\nDevice number: 17");
    }

    @Test
    void withoutWordsOfTheirOwnNobodyHasAskedForAnything() {
        put("places/Place", "Where is it?", "Warehouse");

        assertThat(Addition.below(" ", Addition.of(fields))).isBlank();
        assertThat(Addition.below("It is dark.", List.of())).isEqualTo("It is dark.");
    }

    @Test
    void whatIsTooLongTooMuchOrNamelessIsRefused() {
        put("a/Long", "Long", "x".repeat(2001));
        assertRefused("at most 2000 characters");
        fields.clear();
        put("a/Nameless", " ", "17");
        assertRefused("must name each");
        fields.clear();
        for (int number = 0; number < 9; number++) {
            put("a/Field" + number, "Field " + number, "17");
        }
        assertRefused("at most 8 additional fields");
    }

    private void put(String key, String title, String value) {
        fields.put("title." + key, title);
        fields.put("addition." + key, value);
    }

    private void assertRefused(String why) {
        List<Addition> additions = Addition.of(fields);
        assertThatThrownBy(() -> Addition.below("It is dark.", additions))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.fields().get(0).message()).contains(why));
    }
}
