package jp.shikaku.inquiry.site;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.identity.PartyRole;
import jp.shikaku.kit.page.Section;
import jp.shikaku.kit.page.Site;

/** The public site, and the pages of hotline agents and operators. */
@Singleton
class InquirySite implements Site {

    private static final String CASE_FILES = "/casefiles";
    private static final String QUESTIONS = "/faq-drafts";
    private static final Set<PartyRole> AGENTS = Set.of(PartyRole.HOTLINE);
    private static final Set<PartyRole> OPERATORS = Set.of(PartyRole.OPERATOR);

    @Override
    public LocalizedText name() {
        return new LocalizedText("医療保険 資格のご案内", "Health insurance eligibility help");
    }

    @Override
    public List<Section> sections() {
        return List.of(
                Section.open("/faq", "よくある質問", "Questions"),
                Section.open("/displays", "画面の表示", "What the screen says"),
                Section.open("/hotline", "電話窓口", "Hotline"),
                Section.open("/notices", "お知らせ", "Notices"),
                Section.open("/inquiry", "お問い合わせ", "Write to us"),
                new Section(CASE_FILES, new LocalizedText("照会番号で確認", "Case by number"), AGENTS),
                new Section("/tickets", new LocalizedText("受け付けた問い合わせ", "Inquiries"), AGENTS),
                new Section(QUESTIONS, new LocalizedText("質問の編集", "Edit questions"), OPERATORS),
                new Section("/notice-office", new LocalizedText("お知らせの配信", "Send notices"), OPERATORS));
    }

    @Override
    public List<PartyRole> roles() {
        return List.of(PartyRole.HOTLINE, PartyRole.OPERATOR);
    }

    @Override
    public String startOf(PartyRole role) {
        return role == PartyRole.HOTLINE ? CASE_FILES : QUESTIONS;
    }
}
