package io.switchboard.core.store.plugin;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on {@code plugin} and {@code plugin_source}. */
interface PluginMapper {
    List<PluginRow> all();

    Optional<PluginRow> find(String id);

    int update(PluginRow plugin);

    void insert(PluginRow plugin);

    void fail(@Param("id") String id, @Param("failure") @Nullable String failure);

    void delete(String id);

    void insertPiece(@Param("sha256") String sha256, @Param("place") int place, @Param("bytes") byte[] bytes);

    Optional<PieceRow> piece(@Param("sha256") String sha256, @Param("place") int place);

    void deleteUnusedPieces();

    List<SourceRow> sources(String kind);

    int elsewhere(SourceRow source);

    int updateSource(SourceRow source);

    void insertSource(SourceRow source);

    void deleteSource(@Param("kind") String kind, @Param("name") String name);
}
