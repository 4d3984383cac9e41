package jp.shikaku.registration.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.report.AcquisitionReport;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.deadline.DeadlineRule;

/** A filed 資格取得届. */
@Entity
@Table(name = "acquisition_report")
class ReportEntity {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    ReportState state;

    @Column(name = "employer_number")
    CorporateNumber employer;

    @Column(name = "insurer_number")
    InsurerNumber insurer;

    @Column(name = "person_key")
    PersonKey person;

    String name;

    @Column(name = "name_kana")
    String nameKana;

    @Column(name = "birth_date")
    LocalDate birthDate;

    Sex sex;
    String address;
    LocalDate acquired;

    @Column(name = "filed_at")
    Instant filedAt;

    @Column(name = "employer_due_on")
    LocalDate employerDueOn;

    @Column(name = "insurer_due_on")
    LocalDate insurerDueOn;

    protected ReportEntity() {}

    ReportEntity(
            UUID id, CorporateNumber employer, PersonKey person, Filing filing, Instant now, DeadlineRule deadline) {
        this.id = id;
        this.state = ReportState.FILED;
        this.employer = employer;
        this.insurer = filing.insurer();
        this.person = person;
        this.name = filing.person().name();
        this.nameKana = filing.person().nameKana();
        this.birthDate = filing.person().birthDate();
        this.sex = filing.person().sex();
        this.address = filing.person().address();
        this.acquired = filing.acquired();
        this.filedAt = now;
        this.employerDueOn = deadline.dueOn(filing.acquired());
        this.insurerDueOn = deadline.dueOn(JapanTime.dateOf(now));
    }

    AcquisitionReport wire() {
        return new AcquisitionReport(
                id,
                state,
                insurer,
                acquired,
                JapanTime.wire(filedAt),
                employerDueOn,
                DeadlineRule.isLate(employerDueOn, JapanTime.dateOf(filedAt)),
                insurerDueOn);
    }
}
