/**
 * Plugins: checking archives, installing, starting, stopping and removing them, their settings, and what the desk hands
 * out to each of them.
 *
 * <p>The database says what is installed; the framework of a node follows it and starts from nothing each time. An archive
 * comes by upload, from the folder {@code plugins} of the data folder, or with the distribution, and takes the same way:
 * {@link io.switchboard.core.plugins.Installation}.
 *
 * <p>What the distribution offers is installed once, at the first start that sees it. If a later distribution offers
 * another version, it takes the place of the installed one as long as that came with a distribution and is not newer. What
 * an administrator removed stays removed; what they installed themselves stays as it is.
 */
@NullMarked
package io.switchboard.core.plugins;

import org.jspecify.annotations.NullMarked;
