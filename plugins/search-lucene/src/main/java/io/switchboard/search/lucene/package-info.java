/**
 * Search with Lucene. {@link io.switchboard.search.lucene.LuceneSearch} is the component; {@code TicketIndex} holds the
 * index, {@code IndexFeed} keeps it up to date, {@code QueryReader} reads what people type and {@code QueryTranslation}
 * turns it into Lucene's words.
 */
@NullMarked
package io.switchboard.search.lucene;

import org.jspecify.annotations.NullMarked;
