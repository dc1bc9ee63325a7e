package io.switchboard.example.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    @Test
    void aQuestionThatAsksNothingIsLeftOut() {
        assertThat(new Questions(List.of(" What is next? ", " ", "")).list())
                .isEqualTo(Map.of("items", List.of("What is next?")));
    }
}
