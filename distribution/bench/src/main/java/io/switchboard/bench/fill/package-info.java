/**
 * Fills a stopped server's embedded database with a large desk for measurements. Rows are written by the core's own stores,
 * with chained histories and counted loads, but not through use cases: a million tickets would take hours.
 */
@NullMarked
package io.switchboard.bench.fill;

import org.jspecify.annotations.NullMarked;
