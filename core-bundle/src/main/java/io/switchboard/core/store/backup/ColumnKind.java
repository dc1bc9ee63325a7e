package io.switchboard.core.store.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** The kinds of columns, each with one way to stand in JSON that fits every engine. */
enum ColumnKind {
    TEXT {
        @Override
        void write(JsonGenerator json, ResultSet row, int column) throws IOException, SQLException {
            json.writeString(row.getString(column));
        }

        @Override
        void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException {
            statement.setString(column, value.textValue());
        }
    },
    UUID_VALUE {
        @Override
        void write(JsonGenerator json, ResultSet row, int column) throws IOException, SQLException {
            json.writeString(row.getObject(column, UUID.class).toString());
        }

        @Override
        void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException {
            statement.setObject(column, UUID.fromString(value.textValue()));
        }
    },
    MOMENT {
        @Override
        void write(JsonGenerator json, ResultSet row, int column) throws IOException, SQLException {
            json.writeString(row.getObject(column, OffsetDateTime.class)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toString());
        }

        @Override
        void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException {
            statement.setObject(column, OffsetDateTime.parse(value.textValue()), Types.TIMESTAMP_WITH_TIMEZONE);
        }
    },
    FLAG {
        @Override
        void write(JsonGenerator json, ResultSet row, int column) throws IOException, SQLException {
            json.writeBoolean(row.getBoolean(column));
        }

        @Override
        void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException {
            statement.setBoolean(column, value.booleanValue());
        }
    },
    NUMBER {
        @Override
        void write(JsonGenerator json, ResultSet row, int column) throws IOException, SQLException {
            json.writeNumber(row.getBigDecimal(column));
        }

        @Override
        void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException {
            statement.setBigDecimal(column, value.decimalValue());
        }
    },
    BINARY {
        @Override
        void write(JsonGenerator json, ResultSet row, int column) throws IOException, SQLException {
            json.writeBinary(row.getBytes(column));
        }

        @Override
        void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException {
            try {
                statement.setBytes(column, value.binaryValue());
            } catch (IOException notBase64) {
                throw new SQLException("The backup has binary data that is not Base64", notBase64);
            }
        }
    };

    /** Writes a value that is not null. */
    abstract void write(JsonGenerator json, ResultSet row, int column) throws IOException, SQLException;

    /** Sets a parameter to a value that is not null. */
    abstract void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException;

    /**
     * Finds the kind of a column.
     *
     * @throws SQLException if no kind fits, so that no backup ever leaves something out in silence
     */
    static ColumnKind of(ResultSetMetaData columns, int column) throws SQLException {
        String typeName = columns.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        if (typeName.equals("uuid")) {
            return UUID_VALUE;
        }
        if (typeName.equals("timestamptz") || typeName.startsWith("timestamp") && typeName.endsWith("with time zone")) {
            return MOMENT;
        }
        return switch (columns.getColumnType(column)) {
            case Types.VARCHAR, Types.LONGVARCHAR, Types.CHAR, Types.CLOB -> TEXT;
            case Types.BOOLEAN, Types.BIT -> FLAG;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL, Types.DOUBLE, Types.REAL ->
                NUMBER;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BINARY;
            default ->
                throw new SQLException("The column " + columns.getColumnName(column) + " has the type " + typeName
                        + ", which a backup cannot hold");
        };
    }
}
