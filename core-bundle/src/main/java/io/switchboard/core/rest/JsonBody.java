package io.switchboard.core.rest;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads and writes JSON bodies. */
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Produces({MediaType.APPLICATION_JSON})
final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final int MAXIMUM = 8 << 20;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type != InputStream.class && type != byte[].class;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(MAXIMUM + 1);
        if (bytes.length > MAXIMUM) {
            throw new SwitchboardException(
                    ErrorCode.TOO_LARGE, "A JSON body must have at most " + MAXIMUM + " bytes; upload files first");
        }
        PlainText.require(bytes);
        Object value = ApiJson.MAPPER.readValue(bytes, ApiJson.MAPPER.constructType(generic));
        if (value == null) {
            throw new SwitchboardException(ErrorCode.INVALID_FIELD, "The body must be a JSON object");
        }
        return value;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type != byte[].class
                && !CharSequence.class.isAssignableFrom(type)
                && !InputStream.class.isAssignableFrom(type)
                && !StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(ApiJson.MAPPER.writeValueAsBytes(value));
    }
}
