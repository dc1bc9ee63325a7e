package io.switchboard.example.courier;

import io.switchboard.api.delivery.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** A message as it stands in a file (RFC 5322). */
record Mail(OutgoingMessage message, String sender) {
    private static final String LINE = "\r\n";
    private static final int COLUMNS = 76;
    private static final Pattern REFERENCE = Pattern.compile("<[\\x21-\\x3B\\x3D\\x3F-\\x7E]{1,250}>");

    /** Returns its Message-ID. */
    String reference() {
        return "<" + message.id() + sender.substring(sender.indexOf('@')) + ">";
    }

    byte[] bytes(Instant now) {
        StringBuilder mail = new StringBuilder();
        header(mail, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        header(mail, "From", sender);
        header(
                mail,
                "To",
                EncodedWords.of(message.to().name()) + " <" + message.to().value() + ">");
        header(mail, "Subject", EncodedWords.of(message.subject()));
        header(mail, "Message-ID", reference());
        List<String> thread =
                message.thread().stream().filter(REFERENCE.asMatchPredicate()).toList();
        if (!thread.isEmpty()) {
            header(mail, "In-Reply-To", thread.get(thread.size() - 1));
            header(mail, "References", String.join(LINE + " ", thread));
        }
        if (message.automatic()) {
            header(mail, "Auto-Submitted", "auto-generated");
        }
        header(mail, "MIME-Version", "1.0");
        header(mail, "Content-Type", "text/plain; charset=UTF-8");
        header(mail, "Content-Transfer-Encoding", "base64");
        byte[] text = message.text().getBytes(StandardCharsets.UTF_8);
        return mail.append(LINE)
                .append(Base64.getMimeEncoder(COLUMNS, LINE.getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(text))
                .append(LINE)
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void header(StringBuilder mail, String name, String value) {
        mail.append(name).append(": ").append(value).append(LINE);
    }
}
