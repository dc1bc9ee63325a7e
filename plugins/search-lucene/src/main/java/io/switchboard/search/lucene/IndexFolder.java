package io.switchboard.search.lucene;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;

/** The folder in which an index lies. */
final class IndexFolder {
    private static final int FIRST_WITH_MEMORY_SEGMENTS = 19;

    private IndexFolder() {}

    /**
     * Opens the folder. Lucene maps files into memory from Java 19 on by classes of a multi-release jar, which a bundle
     * does not hold; there files are read.
     */
    static FSDirectory open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Runtime.version().feature() < FIRST_WITH_MEMORY_SEGMENTS
                ? new MMapDirectory(folder)
                : new NIOFSDirectory(folder);
    }

    /** Returns what the last commit noted, or nothing if there is no index. */
    static Map<String, String> notes(Directory directory) throws IOException {
        return DirectoryReader.indexExists(directory)
                ? SegmentInfos.readLatestCommit(directory).getUserData()
                : Map.of();
    }

    /** Removes all files, for an index that cannot be read or is of another version. */
    static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
