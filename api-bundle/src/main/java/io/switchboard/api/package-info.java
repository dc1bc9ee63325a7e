/**
 * The words and the sockets of Switchboard.
 *
 * <p>Sub-packages hold one subject each. Everything here is a contract: no logic, no foreign types besides those of
 * Jakarta and, in {@code storage}, MyBatis.
 */
@NullMarked
package io.switchboard.api;

import org.jspecify.annotations.NullMarked;
