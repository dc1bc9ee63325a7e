package io.switchboard.core.rest.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.switchboard.core.store.audit.AuditRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries of the audit log as CSV (RFC 4180). What a spreadsheet would take for a formula is marked as text. */
final class AuditSheet {
    private static final String FORMULA_SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private AuditSheet() {}

    static String of(List<AuditRow> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("id", "at", "kind", "actor", "channel", "address", "object", "before", "after");
            for (AuditRow row : rows) {
                csv.writeRecord(Stream.of(
                                row.id().toString(),
                                row.happenedAt().toString(),
                                row.kind(),
                                row.actor(),
                                row.channel(),
                                row.address(),
                                row.object(),
                                row.beforeState(),
                                row.afterState())
                        .map(AuditSheet::harmless)
                        .toList());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return text.toString();
    }

    static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return FORMULA_SIGNS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
