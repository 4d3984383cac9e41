package jp.shikaku.kit.page;

import java.util.Locale;

import jakarta.inject.Singleton;

/** Makes frames, also where there is no request to ask. */
@Singleton
class Frames {

    private final Site site;
    private final SisterSites sisters;
    private final Assets assets;

    Frames(Site site, SisterSites sisters, Assets assets) {
        this.site = site;
        this.sisters = sisters;
        this.assets = assets;
    }

    Frame of(Locale language, String here, Visitor visitor, String formToken) {
        return new Frame(language, here, visitor, site, sisters, assets, formToken);
    }
}
