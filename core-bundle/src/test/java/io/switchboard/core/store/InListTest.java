package io.switchboard.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InListTest {
    @Test
    void itIsFilledUpWithWhatNothingHasUntilTheirNumberIsAPowerOfTwo() {
        assertThat(InList.ofNumbers(List.of(1L, 2L, 3L, 4L, 5L))).containsExactly(1L, 2L, 3L, 4L, 5L, -1L, -2L, -3L);
        assertThat(InList.ofNumbers(List.of(1L, 2L, 3L, 4L))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(InList.ofNumbers(List.of(1L, 2L))).containsExactly(1L, 2L);
        assertThat(InList.ofNumbers(List.of(1L))).containsExactly(1L);
    }

    @Test
    void noIdIsThereTwice() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        UUID three = UUID.randomUUID();
        assertThat(InList.of(List.of(one, two, one, three), id -> id))
                .hasSize(4)
                .doesNotHaveDuplicates()
                .contains(one, two, three);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(InList.ofNumbers(List.of())).isEmpty();
    }
}
