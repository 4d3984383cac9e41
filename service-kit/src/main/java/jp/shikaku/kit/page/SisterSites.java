package jp.shikaku.kit.page;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where people find the pages of the other services; a site that is not named is not linked. */
@ConfigMapping(prefix = "shikaku.pages")
public interface SisterSites {

    /** Public side: questions, hotline, notices. */
    Optional<URI> inquiryUrl();

    /** Reception desks. */
    Optional<URI> eligibilityUrl();

    /** Insurers and employers. */
    Optional<URI> registrationUrl();
}
