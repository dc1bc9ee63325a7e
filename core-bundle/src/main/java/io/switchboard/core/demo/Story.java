package io.switchboard.core.demo;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of the demo and what happens to it, as a line of the resource tells it.
 *
 * @param key by which other stories refer to it
 * @param day how many days ago it was opened
 * @param at the time of that day at the company
 * @param ago how long ago it was opened, in the place of day and time; for what was opened today
 * @param from the key of the customer it is for
 * @param by the key of the agent who took the call, or null if the customer opened it
 * @param via the id of the channel
 * @param error the messages seen, or null
 * @param systems the systems concerned, or null
 * @param effect what it means for people, or null
 * @param files what is attached; see {@link DemoFile}
 * @param then what happens to it, in order
 */
record Story(
        String key,
        int day,
        @Nullable String at,
        @Nullable String ago,
        String from,
        @Nullable String by,
        String via,
        @Nullable String type,
        @Nullable String category,
        @Nullable String product,
        @Nullable String impact,
        @Nullable String urgency,
        @Nullable String priority,
        String subject,
        String text,
        @Nullable String error,
        @Nullable List<String> systems,
        @Nullable String effect,
        @Nullable List<String> files,
        @Nullable List<String> tags,
        @Nullable List<Step> then) {

    /** Returns what happens to it. */
    List<Step> steps() {
        return then == null ? List.of() : then;
    }

    /**
     * Something that happens to a ticket.
     *
     * @param after how long after the step before, such as {@code 25m}, {@code 3h} or {@code 1d2h}
     * @param act what is done: the name of an {@link Act} in lower case
     * @param as the key of whoever does it; null for the requester if they answer, else whoever has the ticket
     * @param on the key of a ticket that came out of this one, or null for this one
     * @param text what is written, or why it is done
     * @param status the status it gets
     * @param kind how it was solved, or how tickets are tied
     * @param cause the root cause
     * @param verified how it was verified
     * @param team the key of a team
     * @param agent the key of an agent
     * @param to the key of another ticket, or of a person
     * @param subject the subject of a ticket that comes out of this one
     * @param key the key of that ticket
     * @param days how many days ahead
     */
    record Step(
            String after,
            String act,
            @Nullable String as,
            @Nullable String on,
            @Nullable String text,
            @Nullable String status,
            @Nullable String kind,
            @Nullable String cause,
            @Nullable String verified,
            @Nullable String team,
            @Nullable String agent,
            @Nullable String to,
            @Nullable String subject,
            @Nullable String key,
            @Nullable String impact,
            @Nullable String urgency,
            @Nullable String priority,
            int days,
            @Nullable List<String> tags,
            @Nullable List<String> files) {

        /** Returns what is done. */
        Act what() {
            return Act.valueOf(act.toUpperCase(Locale.ROOT));
        }
    }

    /** What can be done to a ticket. */
    enum Act {
        /** The customer writes. */
        ANSWER,
        /** The desk writes to the customer. */
        REPLY,
        /** The desk writes to itself. */
        NOTE,
        /** It gets a status. */
        MOVE,
        /** It is solved. */
        RESOLVE,
        /** The solution was verified. */
        CLOSE,
        /** It is given to a team or an agent. */
        ASSIGN,
        /** It is classified anew, or gets tags. */
        EDIT,
        /** Only those who must may know of it. */
        HIDE,
        /** A time is promised: in {@code days} from the step on, or before it if negative. */
        PROMISE,
        /** It sleeps. */
        POSTPONE,
        /** It should have woken by now. */
        WAKE,
        /** It is spam. */
        SPAM,
        /** It goes to the trash. */
        TRASH,
        /** It comes back. */
        RESTORE,
        /** It is removed for good. */
        PURGE,
        /** A new issue inside it becomes a ticket. */
        CHAIN,
        /** It is tied to another. */
        LINK,
        /** It goes into another. */
        MERGE,
        /** Its last message of the customer becomes a ticket. */
        SPLIT,
        /** Somebody gets a copy of everything. */
        COPY,
        /** Somebody watches. */
        WATCH
    }
}
