package jp.shikaku.eligibility.reception;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.identity.PartyRole;
import jp.shikaku.kit.page.Section;
import jp.shikaku.kit.page.Site;

/** The pages of reception desks. */
@Singleton
class ReceptionSite implements Site {

    static final String DESK = "/reception";
    static final String HISTORY = "/history";

    private static final Set<PartyRole> STAFF = Set.of(PartyRole.INSTITUTION);

    @Override
    public LocalizedText name() {
        return new LocalizedText("資格確認 窓口", "Eligibility desk");
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(DESK, new LocalizedText("照会する", "Ask"), STAFF),
                new Section(HISTORY, new LocalizedText("照会の履歴", "History"), STAFF));
    }

    @Override
    public List<PartyRole> roles() {
        return List.of(PartyRole.INSTITUTION);
    }

    @Override
    public String startOf(PartyRole role) {
        return DESK;
    }
}
