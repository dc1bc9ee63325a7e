package io.switchboard.search.lucene;

/** The names of the fields in the index. A change of their meaning needs a new {@link TicketIndex#FORMAT}. */
final class IndexField {
    /** The ticket's id as text: what an update replaces. */
    static final String ID = "id";
    /** The upper half of the ticket's id, which grows with time: sorts the newest first. */
    static final String KEY = "key";
    /** The lower half of the ticket's id. */
    static final String KEY_REST = "key.rest";
    /** All text that everybody who sees the ticket may read. */
    static final String TEXT = "text";
    /** The subject, once more, because a word there counts more. */
    static final String SUBJECT = "subject";
    /** The text of internal notes, which is nowhere else. */
    static final String NOTES = "notes";
    /** The ticket's number and its number in another system, in lower case. */
    static final String NUMBER = "number";
    /** Everybody who sees the ticket for their own sake. */
    static final String PERSON = "person";
    /** The requester's organization. */
    static final String ORGANIZATION = "organization";
    /** The id of the team that has it, or {@link #NOBODY}. */
    static final String TEAM_ID = "team.id";
    /** {@link #YES} on confidential tickets. */
    static final String CONFIDENTIAL = "confidential";
    /** The disposition's id. */
    static final String DISPOSITION = "disposition";
    /** The value that stands for 'true'. */
    static final String YES = "yes";
    /** The value that stands for 'has none'. */
    static final String NOBODY = "none";

    private IndexField() {}
}
