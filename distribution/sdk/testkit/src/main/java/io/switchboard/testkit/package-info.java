/** Contract suites that a plugin runs against its sockets, one {@code *Contract} interface per socket. */
@NullMarked
package io.switchboard.testkit;

import org.jspecify.annotations.NullMarked;
