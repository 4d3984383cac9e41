package jp.shikaku.registration.report;

import java.util.List;

import jp.shikaku.kit.page.Choice;

/** The fields of a report that are chosen and not typed. */
record ReportChoices(List<Choice> sex, List<Choice> lossReason, List<Choice> relationship) {

    private static final Choice NONE = Choice.of("", "選んでください", "Choose one");

    static final ReportChoices ALL = new ReportChoices(
            List.of(NONE, Choice.of("1", "男", "Male"), Choice.of("2", "女", "Female")),
            List.of(
                    NONE,
                    Choice.of("01", "死亡", "Death"),
                    Choice.of("02", "生活保護の受給開始", "Public assistance"),
                    Choice.of("03", "ほかの医療保険に加入", "Insured elsewhere"),
                    Choice.of("99", "退職・その他", "Left the job, or another reason")),
            List.of(
                    NONE,
                    Choice.of("SPOUSE", "配偶者", "Spouse"),
                    Choice.of("CHILD", "子", "Child"),
                    Choice.of("PARENT", "父母", "Parent"),
                    Choice.of("PARENT_IN_LAW", "配偶者の父母", "Parent-in-law"),
                    Choice.of("SIBLING", "兄弟姉妹", "Brother or sister"),
                    Choice.of("GRANDPARENT", "祖父母・曽祖父母", "Grandparent"),
                    Choice.of("GRANDCHILD", "孫", "Grandchild"),
                    Choice.of("OTHER", "その他の親族", "Another relative")));
}
