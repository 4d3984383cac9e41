package jp.shikaku.registration.console;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.identity.PartyRole;
import jp.shikaku.kit.page.Section;
import jp.shikaku.kit.page.Site;

/** The pages of insurers and employers. */
@Singleton
class ConsoleSite implements Site {

    private static final String HOLDS = "/holds";
    private static final String REPORTS = "/reports";

    private static final Set<PartyRole> INSURER = Set.of(PartyRole.INSURER);
    private static final Set<PartyRole> EMPLOYER = Set.of(PartyRole.EMPLOYER);

    @Override
    public LocalizedText name() {
        return new LocalizedText("資格の登録と届出", "Registration and reports");
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(HOLDS, new LocalizedText("確認が必要な登録", "Records in doubt"), INSURER),
                new Section("/filed-reports", new LocalizedText("届いた届書", "Filed reports"), INSURER),
                new Section("/imports", new LocalizedText("一括登録", "Files"), INSURER),
                new Section(REPORTS, new LocalizedText("届出", "Reports"), EMPLOYER),
                new Section(
                        "/deadlines",
                        new LocalizedText("期限", "Deadlines"),
                        Set.of(PartyRole.INSURER, PartyRole.EMPLOYER)));
    }

    @Override
    public List<PartyRole> roles() {
        return List.of(PartyRole.INSURER, PartyRole.EMPLOYER);
    }

    @Override
    public String startOf(PartyRole role) {
        return role == PartyRole.INSURER ? HOLDS : REPORTS;
    }
}
