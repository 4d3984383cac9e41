package jp.shikaku.registration.report;

import java.time.LocalDate;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.AcquisitionReportRequest;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.registration.individual.FiveItemTexts;
import jp.shikaku.registration.individual.FiveItems;

/** What a 資格取得届 says, as far as it could be read: usable once its reader has refused nothing. */
record Filing(InsurerNumber insurer, IndividualNumber individualNumber, FiveItems person, LocalDate acquired) {

    /** Reads every value of {@code request}, noting in {@code reader} what cannot be accepted. */
    static Filing read(ValueReader reader, AcquisitionReportRequest request, LocalDate today) {
        InsurerNumber insurer = reader.required("/insurerNumber", request.insurerNumber(), InsurerNumber::of);
        IndividualNumber number =
                reader.required("/individualNumber", request.individualNumber(), IndividualNumber::of);
        FiveItems person = new FiveItemTexts(
                        request.name(), request.nameKana(), request.birthDate(), request.sex(), request.address())
                .read(reader, "", today);
        LocalDate acquired = reader.required("/acquired", request.acquired(), WireDate::parse);
        if (acquired != null && acquired.isAfter(today)) {
            reader.refuse("/acquired", ValueFault.DATE_IN_FUTURE);
        }
        if (acquired != null && person.birthDate() != null && acquired.isBefore(person.birthDate())) {
            reader.refuse("/acquired", ValueFault.DATE_ORDER);
        }
        return new Filing(insurer, number, person, acquired);
    }
}
