package io.switchboard.search.lucene;

import java.text.Normalizer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Takes words by the rules of Unicode (UAX 29) and takes away case and accents, so that {@code Müller} is found by
 * {@code muller}. Text and query both go through {@link #composed} before.
 */
final class FoldingAnalyzer extends Analyzer {
    /** Returns the text with letters and their accents as one character each, which is what folding knows. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream text) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(text));
    }
}
