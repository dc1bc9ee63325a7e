/**
 * Who asks, and what they may see and do. {@link io.switchboard.core.access.AccessPolicy} is the one place that decides
 * it, for reads, lists, search, counts, streams and files alike; {@link io.switchboard.core.access.VisibilityScope} is
 * the same rule as data, for the store and for search.
 */
@NullMarked
package io.switchboard.core.access;

import org.jspecify.annotations.NullMarked;
