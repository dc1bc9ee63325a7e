package io.switchboard.search.lucene;

/** One demand of a query. */
sealed interface Clause {
    /** Returns whether what it names must not be there. */
    boolean not();

    /**
     * Words that stand side by side in the text; often one.
     *
     * @param text as typed
     * @param not whether it must not be there
     * @param begun whether it may be the beginning of a word, because somebody is still typing
     */
    record Words(String text, boolean not, boolean begun) implements Clause {}

    /**
     * A field with a value.
     *
     * @param field which
     * @param value as typed, not blank
     * @param not whether it must not have it
     */
    record Value(SearchField field, String value, boolean not) implements Clause {}
}
