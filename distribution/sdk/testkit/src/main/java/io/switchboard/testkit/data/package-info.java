/**
 * Test data: builders with sensible values for everything a test does not care about, ids that are the same in every run,
 * a seeded generator, and texts that break careless code.
 */
@NullMarked
package io.switchboard.testkit.data;

import org.jspecify.annotations.NullMarked;
