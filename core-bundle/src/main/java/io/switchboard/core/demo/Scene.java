package io.switchboard.core.demo;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * One thing that happens in the demo.
 *
 * @param at when, by the desk's clock
 * @param title what to call it if it goes wrong
 * @param preparation makes ready for it, which may happen more than once, and returns what does it: in one transaction,
 *     and once
 */
record Scene(Instant at, String title, Supplier<Runnable> preparation) {
    /** Returns a scene that needs no preparation. */
    static Scene of(Instant at, String title, Runnable act) {
        return new Scene(at, title, () -> act);
    }
}
