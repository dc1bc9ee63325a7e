package io.switchboard.search.lucene;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25 without what it takes from the whole collection. A score so depends on the ticket and the query alone: neither
 * order nor page marks let anybody guess what stands in tickets that they may not see.
 */
final class ScopeBlindSimilarity extends BM25Similarity {
    private static final float TYPICAL_LENGTH = 200;

    @Override
    protected float idf(long documentsWithWord, long documents) {
        return 1;
    }

    @Override
    protected float avgFieldLength(CollectionStatistics statistics) {
        return TYPICAL_LENGTH;
    }
}
