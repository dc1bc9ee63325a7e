/** Signing in by the account of another system. */
@NullMarked
package io.switchboard.example.signin;

import org.jspecify.annotations.NullMarked;
