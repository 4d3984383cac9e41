package jp.shikaku.inquiry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.AccessSuite;
import jp.shikaku.local.identity.Role;

@InquiryTest
class InquiryAccessTest extends AccessSuite {

    private static final List<String> PUBLIC = List.of(
            "listDisplays",
            "explainDisplay",
            "searchFaq",
            "readFaq",
            "listLines",
            "linesNow",
            "lineStatus",
            "hoursOfDay",
            "subscribeToHours",
            "listNotices",
            "readNotice");

    private static final List<String> OPERATORS = List.of(
            "beginFaqDraft", "listFaqDrafts", "readFaqDraft", "writeFaqDraft", "decideFaqDraft", "readFaqDraftHistory");

    @Override
    protected Map<String, Set<Role>> allowed() {
        Map<String, Set<Role>> allowed = new HashMap<>();
        PUBLIC.forEach(operation -> allowed.put(operation, Set.of()));
        OPERATORS.forEach(operation -> allowed.put(operation, Set.of(Role.OPERATOR)));
        allowed.put("readFaqVersions", Set.of(Role.OPERATOR, Role.HOTLINE));
        allowed.put("openCaseFile", Set.of(Role.HOTLINE));
        return allowed;
    }
}
