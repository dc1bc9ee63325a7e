package io.switchboard.api.search;

import java.util.List;

/**
 * <b>Provider.</b> Searches a source outside the desk, for example product documents. Version 0: may still change.
 *
 * <p>Register it as an OSGi service. Called on any thread, several at once; 1 s for an answer, and what comes later is not
 * shown. Only agents are shown its results.
 */
public interface SearchProvider {
    /** Returns the source's name for people. */
    String source();

    /**
     * Finds documents.
     *
     * @param words what an agent typed, at most 400 characters
     * @param limit how many at most, from 1 to 50
     * @return the best first
     */
    List<SourceHit> find(String words, int limit);

    /**
     * A document of another source.
     *
     * @param title its title, plain text
     * @param excerpt a few sentences, plain text
     * @param address an absolute http or https address
     */
    record SourceHit(String title, String excerpt, String address) {}
}
