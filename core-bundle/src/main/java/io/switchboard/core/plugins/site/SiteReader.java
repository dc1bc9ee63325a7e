package io.switchboard.core.plugins.site;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the index of a site, and believes it only if it is signed, the newest that was seen, and has not run out. */
@Component(service = SiteReader.class)
public final class SiteReader {
    /** The file that says what there is. */
    static final String INDEX = "switchboard-site.json";

    /** The file with the signature of that. */
    static final String SIGNATURE = INDEX + ".sig";

    private static final int LARGEST_INDEX = 8 << 20;
    private static final int LARGEST_SIGNATURE = 1 << 10;

    private final SiteFiles files;
    private final SeenIndexes seen;

    /** Makes it. */
    @Activate
    public SiteReader(@Reference SiteFiles files, @Reference SeenIndexes seen) {
        this.files = files;
        this.seen = seen;
    }

    /** Reads the index as it is now. */
    SiteIndex read(Site site) throws SiteRefused {
        byte[] index = files.read(site, INDEX, LARGEST_INDEX);
        byte[] signature = files.read(site, SIGNATURE, LARGEST_SIGNATURE);
        if (!IndexSignature.fits(site.key(), index, signature)) {
            throw SiteRefused.because("the index is not signed by the key of this site");
        }
        SiteIndex read = IndexContent.read(index);
        seen.note(site.key(), read.serial(), sha256(index));
        requireFresh(read);
        return read;
    }

    /** Says that an index has run out. */
    static void requireFresh(SiteIndex index) throws SiteRefused {
        if (!index.expiresAt().isAfter(Instant.now())) {
            throw SiteRefused.because("the index ran out at " + index.expiresAt()
                    + ": it must be built anew, or somebody holds back what is newer");
        }
    }

    /**
     * Reads an archive.
     *
     * @throws SiteRefused if it is not what the index says
     */
    byte[] archive(Site site, Offer offer) throws SiteRefused {
        byte[] archive = files.read(site, offer.file(), Math.toIntExact(offer.size()));
        if (archive.length != offer.size() || !sha256(archive).equals(offer.sha256())) {
            throw SiteRefused.because(offer.file() + " is not the file that the index speaks of");
        }
        return archive;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
