/**
 * What plugins add to the web pages: {@link io.switchboard.core.pages.ReadContributions} asks for it, and
 * {@link io.switchboard.core.pages.PageFiles} has the files that browsers load for it.
 */
@NullMarked
package io.switchboard.core.pages;

import org.jspecify.annotations.NullMarked;
