/** Assignment to certified agents only: whoever lacks a certificate, or let it run out, is given no such ticket. */
@NullMarked
package io.switchboard.assign.certified;

import org.jspecify.annotations.NullMarked;
