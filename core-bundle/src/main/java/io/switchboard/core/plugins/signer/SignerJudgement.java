package io.switchboard.core.plugins.signer;

import io.switchboard.core.plugins.signer.SignerStanding.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose one archive is, against what is known of its plugin and its signer.
 *
 * @param bound whom the plugin is bound to, or null
 * @param owner the vendor of the plugin that is here under the id, or null
 */
record SignerJudgement(
        String plugin,
        Claim archive,
        @Nullable Signer bound,
        @Nullable String owner,
        List<TrustedSigner> known) {

    SignerStanding standing(SignerDemand demand) {
        Signer signer = archive.signer();
        List<TrustedSigner> own = known.stream()
                .filter(one -> signer != null && one.fingerprint().equals(signer.fingerprint()))
                .toList();
        List<TrustedSigner> expected =
                known.stream().filter(one -> one.isTrustedFor(plugin)).toList();
        if (own.stream().anyMatch(TrustedSigner::withdrawn)) {
            return of(
                    Kind.WITHDRAWN,
                    null,
                    "is signed by " + own.get(0).name() + ", whom administrators do not trust any more");
        }
        Optional<TrustedSigner> trust = own.stream().filter(expected::contains).findFirst();
        if (trust.isPresent()) {
            return of(Kind.TRUSTED, trust.get().name(), null);
        }
        if (bound != null && signer != null && bound.fingerprint().equals(signer.fingerprint())) {
            return of(Kind.BOUND, null, null);
        }
        if (bound == null && expected.isEmpty() && !ofAnotherVendor()) {
            return of(signer == null ? Kind.UNSIGNED : Kind.FIRST, null, null);
        }
        return demand == SignerDemand.BIND_ANEW
                ? of(Kind.BOUND_ANEW, null, null)
                : of(Kind.FOREIGN, null, foreign(expected));
    }

    /** A name proves nothing, but keeps two plugins apart that came by the same id without knowing of each other. */
    private boolean ofAnotherVendor() {
        return owner != null && !owner.equals(archive.vendor());
    }

    private String foreign(List<TrustedSigner> expected) {
        if (bound == null && expected.isEmpty()) {
            return "says that it is " + (archive.vendor() == null ? "nobody's" : "of " + archive.vendor())
                    + ", but the plugin " + plugin + " is of " + owner + "; an id of its own keeps them apart";
        }
        Signer signer = archive.signer();
        String is = signer == null
                ? "is not signed"
                : "is signed by " + signer.subject() + " (" + signer.fingerprint() + ")";
        String instead = bound == null
                ? expected.stream().map(TrustedSigner::name).collect(Collectors.joining(" or "))
                : bound.subject() + " (" + bound.fingerprint() + ")";
        return is + ", but the plugin " + plugin + (bound == null ? " is trusted only from " : " is bound to ")
                + instead;
    }

    private SignerStanding of(Kind kind, @Nullable String trustedAs, @Nullable String objection) {
        return new SignerStanding(
                kind,
                trustedAs,
                bound == null ? null : bound.fingerprint(),
                bound == null ? null : bound.subject(),
                objection == null ? List.of() : List.of(objection));
    }
}
