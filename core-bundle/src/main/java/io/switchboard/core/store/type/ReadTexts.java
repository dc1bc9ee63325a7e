package io.switchboard.core.store.type;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.defaults.RawLanguageDriver;
import org.apache.ibatis.session.Configuration;

/**
 * Reads the text of a statement that is put together for each call once only; MyBatis would look for its parameters again
 * each time. For texts of which there are few, since what was read is kept.
 */
public final class ReadTexts extends RawLanguageDriver {
    private static final int MOST = 2_000;

    private final Map<String, SqlSource> read = new ConcurrentHashMap<>();

    /** Made by MyBatis, one for each configuration. */
    public ReadTexts() {}

    @Override
    public SqlSource createSqlSource(Configuration configuration, String text, Class<?> parameters) {
        SqlSource known = read.get(text);
        if (known != null) {
            return known;
        }
        if (read.size() >= MOST) {
            read.clear();
        }
        SqlSource source = super.createSqlSource(configuration, text, parameters);
        read.put(text, source);
        return source;
    }
}
