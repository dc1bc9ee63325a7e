/**
 * Asking customer directories. {@link io.switchboard.core.people.lookup.DirectoryQuestions} asks them,
 * {@link io.switchboard.core.people.lookup.FollowDirectories} writes down what they say, and
 * {@link io.switchboard.core.people.lookup.Lookups} does both in the background: for the requesters of new tickets and for new
 * customers. {@link io.switchboard.core.people.lookup.LookAgain} does so by the clock.
 */
@NullMarked
package io.switchboard.core.people.lookup;

import org.jspecify.annotations.NullMarked;
