package io.switchboard.core.store;

/** Gives the mappers of the thread's transaction. */
public interface MapperSource {
    /**
     * Returns the mapper, bound to the transaction of this thread. It must not be kept beyond it.
     *
     * @param mapper an interface with MyBatis annotations or an XML file of its name beside it
     * @throws IllegalStateException if the thread has no transaction
     */
    <M> M of(Class<M> mapper);
}
