package io.switchboard.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void whereOneMoreWasReadAnotherPageFollowsAfterTheLastThatIsShown() {
        Page<String> page = page(List.of(1, 2, 3));

        assertThat(page.items()).containsExactly("no. 1", "no. 2");
        assertThat(page.next()).isEqualTo("after 2");
    }

    @Test
    void aPageThatIsJustFullIsTheLast() {
        Page<String> page = page(List.of(1, 2));

        assertThat(page.items()).containsExactly("no. 1", "no. 2");
        assertThat(page.next()).isNull();
    }

    @Test
    void nothingIsOnePageOfNothing() {
        assertThat(page(List.of())).isEqualTo(new Page<>(List.of(), null));
    }

    private static Page<String> page(List<Integer> found) {
        return Page.of(found, 2, number -> "no. " + number, last -> "after " + last);
    }
}
