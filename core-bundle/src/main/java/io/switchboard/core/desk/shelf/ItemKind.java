package io.switchboard.core.desk.shelf;

/**
 * A kind of items.
 *
 * @param id the name in the store, and what refusals call it
 * @param content the record that is kept of each as JSON
 */
public record ItemKind<T>(String id, Class<T> content) {}
