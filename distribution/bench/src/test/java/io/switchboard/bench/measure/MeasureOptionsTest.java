package io.switchboard.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeasureOptionsTest {
    @Test
    void sizesAreMeasuredFromSmallToLarge() {
        MeasureOptions options = MeasureOptions.of("--home", "h", "--work", "w", "--sizes", "50,2", "--seconds", "4");

        assertThat(options.sizes()).containsExactly(2, 50);
        assertThat(options.loop().length()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void whatIsMissingOrUnknownIsTold() {
        assertThatThrownBy(() -> MeasureOptions.of("--home", "h")).hasMessageContaining("Usage");
        assertThatThrownBy(() -> MeasureOptions.of("--home")).hasMessageContaining("Usage");
        assertThatThrownBy(() -> MeasureOptions.of("--rounds", "none")).hasMessageContaining("'none'");
        assertThatThrownBy(() -> MeasureOptions.of("--speed", "1")).hasMessageContaining("'--speed'");
    }
}
