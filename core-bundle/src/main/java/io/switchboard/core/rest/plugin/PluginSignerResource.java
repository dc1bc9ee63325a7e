package io.switchboard.core.rest.plugin;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.plugins.signer.PluginSigners;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.plugins.signer.TrustedSigner;
import io.switchboard.core.plugins.signer.TrustedSigners;
import io.switchboard.core.plugins.signer.TrustedSigners.Signers;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.store.plugin.SignerRow;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Whose signatures plugins must have. */
@Component(service = PluginSignerResource.class)
@JakartarsResource
@Path("plugin-signers")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginSignerResource {
    private final TrustedSigners trusted;
    private final PluginSigners signers;

    /** Makes the resource. */
    @Activate
    public PluginSignerResource(@Reference TrustedSigners trusted, @Reference PluginSigners signers) {
        this.trusted = trusted;
        this.signers = signers;
    }

    /** Reads what is demanded of a signature. */
    static SignerDemand demand(@Nullable String rebind) {
        return Parameters.flag("rebind", rebind) ? SignerDemand.BIND_ANEW : SignerDemand.BOUND;
    }

    /**
     * The signers.
     *
     * @param bindings which plugins are bound to whom
     */
    public record PluginSignersView(List<TrustedSigner> signers, List<BindingView> bindings) {
        /** Keeps copies. */
        public PluginSignersView {
            signers = List.copyOf(signers);
            bindings = List.copyOf(bindings);
        }
    }

    /** A plugin, and whose signature its next version must have. */
    public record BindingView(String plugin, String fingerprint, String signer, Instant boundAt, String boundBy) {
        static BindingView of(SignerRow row) {
            return new BindingView(
                    row.pluginId(),
                    Objects.requireNonNull(row.fingerprint()),
                    Objects.requireNonNullElse(row.signer(), ""),
                    row.boundAt(),
                    row.boundBy());
        }
    }

    /** The trusted signers as they are wanted. */
    public record PluginSignersRequest(@Nullable List<@Nullable PluginSignerRequest> signers) {}

    /** A trusted signer as they are wanted. */
    public record PluginSignerRequest(
            @Nullable String name,
            @Nullable String fingerprint,
            @Nullable List<@Nullable String> plugins,
            @Nullable Boolean withdrawn) {
        TrustedSigner signer() {
            List<String> wanted = new ArrayList<>();
            for (String plugin : plugins == null ? List.<String>of() : plugins) {
                wanted.add(Objects.requireNonNullElse(plugin, ""));
            }
            return new TrustedSigner(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(fingerprint, ""),
                    wanted,
                    Boolean.TRUE.equals(withdrawn));
        }
    }

    /** Reads the signers. */
    @GET
    @Operation(
            summary = "List the signers that are trusted for plugins, and which plugins are bound to whom",
            operationId = "listPluginSigners")
    public Response list(@Context Caller caller) {
        return answer(caller, trusted.get(caller));
    }

    /** Replaces the trusted signers. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say which signers are trusted for which plugins", operationId = "putPluginSigners")
    public Response replace(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            PluginSignersRequest request) {
        List<@Nullable PluginSignerRequest> wanted = request.signers();
        if (wanted == null || wanted.contains(null)) {
            throw SwitchboardException.field("signers", "must be a list of signers");
        }
        List<TrustedSigner> all = new ArrayList<>();
        for (PluginSignerRequest signer : wanted) {
            all.add(Objects.requireNonNull(signer).signer());
        }
        return answer(caller, trusted.replace(caller, new Signers(all), Parameters.requiredIfMatch(match)));
    }

    /** Releases a plugin from whom it is bound to. */
    @POST
    @Path("{plugin}/release")
    @Operation(summary = "Release a plugin from its signer", operationId = "releasePluginSigner")
    public void release(@Context Caller caller, @PathParam("plugin") String plugin) {
        signers.release(caller, plugin);
    }

    private Response answer(Caller caller, Versioned<Signers> found) {
        List<BindingView> bindings =
                signers.bindings(caller).stream().map(BindingView::of).toList();
        return Response.ok(new PluginSignersView(found.content().signers(), bindings))
                .header(HttpHeaders.ETAG, Parameters.etag(found.version()))
                .build();
    }
}
