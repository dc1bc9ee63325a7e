package io.switchboard.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.SwitchboardException;
import org.junit.jupiter.api.Test;

class QueryReaderTest {
    @Test
    void wordsPhrasesAndFieldsAreToldApart() {
        assertThat(QueryReader.read("slow -old \"blue screen\" status:\"in progress\" -tag:vip pri"))
                .containsExactly(
                        new Clause.Words("slow", false, false),
                        new Clause.Words("old", true, false),
                        new Clause.Words("blue screen", false, false),
                        new Clause.Value(SearchField.STATUS, "in progress", false),
                        new Clause.Value(SearchField.TAG, "vip", true),
                        new Clause.Words("pri", false, true));
    }

    @Test
    void whatOnlyLooksLikeAFieldIsWords() {
        assertThat(QueryReader.read("http://example.com error:42 status: "))
                .containsExactly(
                        new Clause.Words("http://example.com", false, false),
                        new Clause.Words("error:42", false, false),
                        new Clause.Words("status:", false, false));
    }

    @Test
    void aQuoteThatIsNeverClosedReachesToTheEnd() {
        assertThat(QueryReader.read("\"blue scr")).containsExactly(new Clause.Words("blue scr", false, false));
    }

    @Test
    void blankAndEndlessQueriesAreRefused() {
        assertThatThrownBy(() -> QueryReader.read(" \t")).isInstanceOf(SwitchboardException.class);
        assertThatThrownBy(() -> QueryReader.read("a".repeat(401))).isInstanceOf(SwitchboardException.class);
    }
}
