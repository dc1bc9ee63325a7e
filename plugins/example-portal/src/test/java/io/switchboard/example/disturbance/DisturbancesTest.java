package io.switchboard.example.disturbance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisturbancesTest {
    @Test
    void aLineThatSaysNothingIsLeftOut() {
        assertThat(new Disturbances(List.of(" No mail since eight ", " "), List.of("", "Lab")).told())
                .isEqualTo(Map.of("disturbances", List.of("No mail since eight"), "places", List.of("Lab")));
    }
}
