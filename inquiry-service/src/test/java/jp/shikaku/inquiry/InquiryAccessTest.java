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
            "readNotice",
            "submitTicket",
            "readTicket",
            "writeToTicket",
            "readNoticeVersions",
            "subscribeToNotices",
            "readNoticeLink",
            "acknowledgeNotice");

    private static final List<String> AGENTS = List.of(
            "openCaseFile",
            "openAgentTicket",
            "readAgentTicket",
            "writeAgentMessage",
            "decideTicket",
            "readTicketHistory");

    private static final List<String> BOTH = List.of("readFaqVersions", "listTickets", "exportTickets");

    private static final List<String> OPERATORS = List.of(
            "beginFaqDraft",
            "listFaqDrafts",
            "readFaqDraft",
            "writeFaqDraft",
            "decideFaqDraft",
            "readFaqDraftHistory",
            "publishNotice",
            "distributeNotice",
            "withdrawNotice",
            "listNoticeRecipients",
            "noticeMailState",
            "listNoticeDeadLetters",
            "retryNoticeDeadLetter",
            "listNoticeAddressees",
            "readNoticeAddressee",
            "putNoticeAddressee");

    @Override
    protected Map<String, Set<Role>> allowed() {
        Map<String, Set<Role>> allowed = new HashMap<>();
        PUBLIC.forEach(operation -> allowed.put(operation, Set.of()));
        OPERATORS.forEach(operation -> allowed.put(operation, Set.of(Role.OPERATOR)));
        AGENTS.forEach(operation -> allowed.put(operation, Set.of(Role.HOTLINE)));
        BOTH.forEach(operation -> allowed.put(operation, Set.of(Role.OPERATOR, Role.HOTLINE)));
        return allowed;
    }
}
