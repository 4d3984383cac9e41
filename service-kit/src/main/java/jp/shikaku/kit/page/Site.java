package jp.shikaku.kit.page;

import java.util.List;

import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.identity.PartyRole;

/** The pages of one service. Each service has one bean of this type. */
public interface Site {

    /** What the site is called. */
    LocalizedText name();

    /** In the order of the bar at the top. */
    List<Section> sections();

    /** Who can sign in here, most frequent first. */
    List<PartyRole> roles();

    /** Path, after the language, of the page that {@code role} works on. */
    String startOf(PartyRole role);
}
