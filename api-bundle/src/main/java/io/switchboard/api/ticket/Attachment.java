package io.switchboard.api.ticket;

/**
 * A file on a message. Its visibility is the message's.
 *
 * @param id identifies it
 * @param name the file's name as shown; never used as a path
 * @param type the media type that the server detected, not the one claimed
 * @param size in bytes
 * @param sha256 of the content, 64 lower-case hex digits
 */
public record Attachment(AttachmentId id, String name, String type, long size, String sha256) {}
