package io.switchboard.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InListTest {
    @Test
    void theLastValueIsRepeatedUntilTheirNumberIsAPowerOfTwo() {
        assertThat(InList.of(List.of(1, 2, 3, 4, 5))).containsExactly(1, 2, 3, 4, 5, 5, 5, 5);
        assertThat(InList.of(List.of(1, 2, 3, 4))).containsExactly(1, 2, 3, 4);
        assertThat(InList.of(List.of(1, 2))).containsExactly(1, 2);
        assertThat(InList.of(List.of(1))).containsExactly(1);
    }

    @Test
    void aValueThatIsThereTwiceCountsOnce() {
        assertThat(InList.of(List.of("a", "b", "a"))).containsExactly("a", "b");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(InList.of(List.of())).isEmpty();
    }
}
