/**
 * Special handling of product defects (SP3): a confirmed one is reported to a bug tracker once, its tickets go to Development and
 * wait for a third party, and come back with what the tracker decided.
 */
@NullMarked
package io.switchboard.handle.bug;

import org.jspecify.annotations.NullMarked;
