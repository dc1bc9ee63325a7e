package io.switchboard.core.store.plugin;

/** A row of {@code plugin_archive}. */
record PieceRow(String sha256, int place, byte[] bytes) {}
