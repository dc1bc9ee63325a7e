package io.switchboard.core.desk.template;

/**
 * What a notice says, with placeholders.
 *
 * @param subject one line
 * @param body plain text
 */
public record NoticeText(String subject, String body) {}
