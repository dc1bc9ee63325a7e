/** Several nodes of one desk. */
@NullMarked
package io.switchboard.it.cluster;

import org.jspecify.annotations.NullMarked;
