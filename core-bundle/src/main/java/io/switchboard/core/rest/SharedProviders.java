package io.switchboard.core.rest;

import io.switchboard.api.ui.CurrentCaller;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.RequestAuthenticator;
import io.switchboard.core.plugins.text.ReaderLanguages;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.process.internal.RequestScoped;
import org.glassfish.jersey.server.ResourceConfig;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What all REST resources share, the core's and those of plugins. */
@Component(service = SharedProviders.class)
public final class SharedProviders {
    private final RequestAuthenticator authenticator;
    private final IdempotencyFilter idempotency;
    private final RequestFigures figures;

    /** Makes them. */
    @Activate
    public SharedProviders(
            @Reference RequestAuthenticator authenticator,
            @Reference IdempotencyFilter idempotency,
            @Reference RequestFigures figures) {
        this.authenticator = authenticator;
        this.idempotency = idempotency;
        this.figures = figures;
    }

    void registerOn(ResourceConfig config, String owner) {
        boolean plugin = !owner.isEmpty();
        config.register(new ErrorMapper());
        config.register(new JsonBody());
        config.register(MultiPartFeature.class);
        config.register(new CallerFilter(authenticator, owner));
        config.register(plugin ? PluginAccessFilter.class : CoreAccessFilter.class);
        config.register(new LanguageFilter());
        config.register(idempotency);
        config.register(figures.listener(owner));
        config.register(new AbstractBinder() {
            @Override
            protected void configure() {
                bindFactory(CallerFactory.class).to(Caller.class).in(RequestScoped.class);
                bindFactory(ReaderLanguagesFactory.class)
                        .to(ReaderLanguages.class)
                        .in(RequestScoped.class);
                bindFactory(CurrentCallerFactory.class).to(CurrentCaller.class).in(RequestScoped.class);
            }
        });
    }
}
