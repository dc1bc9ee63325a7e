/**
 * Measures the built server from outside, as ratios to what the same machine does without it in the same run: the bare
 * database engine for what is written, a plain Jetty for what is read.
 */
@NullMarked
package io.switchboard.bench.measure;

import org.jspecify.annotations.NullMarked;
