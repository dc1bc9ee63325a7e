package io.switchboard.search.lucene;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.search.SearchIndex.SearchQuery;
import io.switchboard.api.ticket.Disposition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** Turns the clauses of a query, and its scope, into one query of Lucene. */
final class QueryTranslation {
    private static final float SUBJECT_COUNTS = 2;
    private static final float NUMBER_COUNTS = 100;
    private static final int SHORTEST_BEGINNING = 2;

    private final QueryBuilder words;
    private final IndexReader reader;
    private final boolean notes;
    private final List<Query> highlighted = new ArrayList<>();

    private QueryTranslation(Analyzer analyzer, IndexReader reader, boolean notes) {
        words = new QueryBuilder(analyzer);
        this.reader = reader;
        this.notes = notes;
    }

    /**
     * A query of Lucene.
     *
     * @param query what finds the tickets, scope included
     * @param ranked whether words were asked for, so that there is a best; else the newest come first
     * @param highlighted what is to be highlighted
     */
    record Translated(Query query, boolean ranked, Query highlighted) {}

    /**
     * Translates.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code q} if nothing is left to look for
     */
    static Translated translate(SearchQuery asked, Analyzer analyzer, IndexReader reader) throws IOException {
        List<Clause> clauses = QueryReader.read(asked.words());
        return new QueryTranslation(analyzer, reader, asked.notes()).translate(clauses, asked);
    }

    private Translated translate(List<Clause> clauses, SearchQuery asked) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Set<Disposition> dispositions = EnumSet.noneOf(Disposition.class);
        int demands = 0;
        int exclusions = 0;
        for (Clause clause : clauses) {
            Query translated = clause(clause, dispositions);
            if (translated == null) {
                continue;
            }
            if (clause.not()) {
                query.add(translated, Occur.MUST_NOT);
                exclusions++;
            } else {
                query.add(translated, clause instanceof Clause.Words ? Occur.MUST : Occur.FILTER);
                demands++;
            }
        }
        if (demands + exclusions == 0) {
            throw SwitchboardException.field("q", "must hold at least one word to look for");
        }
        if (demands == 0) {
            query.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        ScopeFilter.apply(asked.scope(), dispositions, query);
        return new Translated(query.build(), !highlighted.isEmpty(), any(highlighted));
    }

    private @Nullable Query clause(Clause clause, Set<Disposition> dispositions) throws IOException {
        if (clause instanceof Clause.Value value) {
            if (value.field() == SearchField.DISPOSITION && !value.not()) {
                dispositions.add(Disposition.of(value.field().read(value.value()), "q"));
            }
            return value(value);
        }
        return words((Clause.Words) clause);
    }

    private Query value(Clause.Value value) {
        String field = value.field().indexed();
        String read = value.field().read(value.value());
        if (value.field().exact()) {
            return new TermQuery(new Term(field, read));
        }
        Query phrase = words.createPhraseQuery(field, read);
        return phrase == null ? new MatchNoDocsQuery() : phrase;
    }

    private @Nullable Query words(Clause.Words clause) throws IOException {
        Query text = words.createPhraseQuery(IndexField.TEXT, clause.text());
        if (text == null) {
            return null;
        }
        List<Query> places = new ArrayList<>(List.of(text));
        addCompletions(clause, text, places);
        if (notes) {
            Query inNotes = words.createPhraseQuery(IndexField.NOTES, clause.text());
            if (inNotes != null) {
                places.add(inNotes);
            }
        }
        Query found = any(places);
        if (clause.not()) {
            return found;
        }
        highlighted.addAll(places);
        return weighted(clause, found);
    }

    private void addCompletions(Clause.Words clause, Query text, List<Query> places) throws IOException {
        if (clause.begun()
                && text instanceof TermQuery word
                && word.getTerm().text().length() >= SHORTEST_BEGINNING) {
            String beginning = word.getTerm().text();
            for (String field : notes ? List.of(IndexField.TEXT, IndexField.NOTES) : List.of(IndexField.TEXT)) {
                for (Term completed : WordCompletion.complete(reader, field, beginning)) {
                    if (!completed.equals(word.getTerm())) {
                        places.add(new TermQuery(completed));
                    }
                }
            }
        }
    }

    /** A word in the subject counts more, and a ticket's number most. */
    private Query weighted(Clause.Words clause, Query found) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(found, Occur.MUST);
        Query subject = words.createPhraseQuery(IndexField.SUBJECT, clause.text());
        if (subject != null) {
            query.add(new BoostQuery(subject, SUBJECT_COUNTS), Occur.SHOULD);
        }
        Term number = new Term(IndexField.NUMBER, clause.text().toLowerCase(Locale.ROOT));
        query.add(new BoostQuery(new ConstantScoreQuery(new TermQuery(number)), NUMBER_COUNTS), Occur.SHOULD);
        return query.build();
    }

    private static Query any(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.get(0);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }
}
