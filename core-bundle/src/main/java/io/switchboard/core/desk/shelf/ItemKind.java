package io.switchboard.core.desk.shelf;

import io.switchboard.core.audit.AuditKind;

/**
 * A kind of items.
 *
 * @param id the name in the store and in the audit log, and what refusals call it
 * @param content the record that is kept of each as JSON
 * @param made how the audit log calls the making of one
 * @param changed how the audit log calls the change of one
 * @param removed how the audit log calls the removal of one
 */
public record ItemKind<T>(String id, Class<T> content, AuditKind made, AuditKind changed, AuditKind removed) {}
