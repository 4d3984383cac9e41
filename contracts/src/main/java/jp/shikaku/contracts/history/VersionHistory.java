package jp.shikaku.contracts.history;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.mislink.MislinkCase;
import jp.shikaku.contracts.overlap.ExOfficioClosure;

/**
 * What happened to one version of an enrolment, as its insurer sees it.
 *
 * @param enteredBy as the sign-in knows them; missing when that was not kept
 * @param changed JSON pointers of what the version before said otherwise; none of a first version
 * @param findings of the latest check
 * @param clearedAt when nothing kept it from being shown any more; missing when that never was
 * @param linkedAt when eligibility had it; missing when it never had
 * @param holds what was ever in doubt about it, oldest first
 * @param mislinks wrong links that were suspected while it was the one shown, or the latest if none was, oldest first:
 *     since when it was suspended, and how, by whom and why that ended; without the reports
 * @param exOfficioClosure why it ended the coverage without a report; missing when it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionHistory(
        int version,
        EnrolmentState state,
        OffsetDateTime enteredAt,
        String enteredBy,
        List<String> changed,
        List<Finding> findings,
        OffsetDateTime clearedAt,
        OffsetDateTime linkedAt,
        List<Hold> holds,
        List<MislinkCase> mislinks,
        ExOfficioClosure exOfficioClosure) {}
