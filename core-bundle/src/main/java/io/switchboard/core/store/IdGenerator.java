package io.switchboard.core.store;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;

/**
 * Makes identifiers: UUIDs of version 7, which grow with time and so keep indexes dense. Those of one node never
 * repeat and never fall back, even when the clock does. Safe for any number of threads.
 */
@Component(service = IdGenerator.class)
public final class IdGenerator {
    private final TimeOrderedEpochFactory factory = TimeOrderedEpochFactory.builder()
            .withSafeRandom()
            .withIncrementPlus1()
            .build();

    /** Returns a new identifier, greater than every one that this generator gave before. */
    public UUID next() {
        return factory.create();
    }
}
