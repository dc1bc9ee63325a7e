package io.switchboard.search.lucene;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.search.SearchScope;
import io.switchboard.api.ticket.Disposition;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Says of a {@link SearchScope} in Lucene's words what it says in its own. */
final class ScopeFilter {
    private static final Query CONFIDENTIAL = term(IndexField.CONFIDENTIAL, IndexField.YES);

    private ScopeFilter() {}

    /**
     * Adds the scope to a query.
     *
     * @param asked the dispositions that the query asks for
     */
    static void apply(SearchScope scope, Set<Disposition> asked, BooleanQuery.Builder query) {
        Set<Disposition> hidden = EnumSet.of(Disposition.SPAM, Disposition.TRASH);
        if (scope.agent()) {
            hidden.removeAll(asked);
        }
        hidden.forEach(disposition -> query.add(term(IndexField.DISPOSITION, disposition.id()), Occur.MUST_NOT));
        if (!scope.all()) {
            query.add(visible(scope), Occur.FILTER);
        } else if (!scope.confidential()) {
            query.add(hiddenSecrets(scope), Occur.MUST_NOT);
        }
    }

    /** What somebody who sees all that is not confidential does not see: a small set, cheaper to exclude than to require. */
    private static Query hiddenSecrets(SearchScope scope) {
        BooleanQuery.Builder secrets = new BooleanQuery.Builder().add(CONFIDENTIAL, Occur.FILTER);
        PersonId person = scope.person();
        if (person != null) {
            secrets.add(term(IndexField.PERSON, person.toString()), Occur.MUST_NOT);
        }
        secrets.add(teams(scope.memberOf(), false), Occur.MUST_NOT);
        return secrets.build();
    }

    private static Query visible(SearchScope scope) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        PersonId person = scope.person();
        if (person != null) {
            any.add(term(IndexField.PERSON, person.toString()), Occur.SHOULD);
        }
        OrganizationId organization = scope.organization();
        if (organization != null) {
            any.add(open(term(IndexField.ORGANIZATION, organization.toString())), Occur.SHOULD);
        }
        Query secrets = scope.confidential() ? new MatchAllDocsQuery() : teams(scope.memberOf(), false);
        any.add(
                new BooleanQuery.Builder()
                        .add(CONFIDENTIAL, Occur.FILTER)
                        .add(secrets, Occur.FILTER)
                        .build(),
                Occur.SHOULD);
        if (scope.agent()) {
            any.add(open(teams(scope.teams(), true)), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query open(Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(CONFIDENTIAL, Occur.MUST_NOT)
                .build();
    }

    private static Query teams(Collection<TeamId> teams, boolean orNone) {
        Set<BytesRef> ids = new HashSet<>();
        teams.forEach(team -> ids.add(new BytesRef(team.toString())));
        if (orNone) {
            ids.add(new BytesRef(IndexField.NOBODY));
        }
        return new TermInSetQuery(IndexField.TEAM_ID, ids);
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
