package jp.shikaku.registration.enrolment;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.registration.check.CheckResult;
import jp.shikaku.registration.hold.Findings;
import jp.shikaku.registration.individual.FiveItems;

/**
 * One version of an enrolment. What it says never changes; where it stands does. Updates name only what they change, as
 * linkage marks a version while its insurer may be deciding on another.
 */
@Entity
@Table(name = "enrolment_version")
@IdClass(VersionEntity.Key.class)
@DynamicUpdate
class VersionEntity {

    record Key(UUID enrolmentId, int version) implements Serializable {}

    @Id
    @Column(name = "enrolment_id")
    UUID enrolmentId;

    @Id
    int version;

    @Column(name = "insurer_number")
    InsurerNumber insurer;

    @Enumerated(EnumType.STRING)
    EnrolmentState state;

    @Column(name = "person_key")
    PersonKey person;

    @Column(name = "subject_key")
    SubjectKey subject;

    String symbol;
    String number;
    String branch;
    String name;

    @Column(name = "name_kana")
    String nameKana;

    @Column(name = "birth_date")
    LocalDate birthDate;

    Sex sex;
    String address;
    FamilyRelation relation;
    LocalDate acquired;
    LocalDate lost;

    @Column(name = "loss_reason")
    LossReason lossReason;

    @JdbcTypeCode(SqlTypes.JSON)
    Findings findings;

    @Column(name = "medical_info_allowed")
    boolean medicalInfoAllowed;

    @Column(name = "hold_id")
    UUID holdId;

    @Column(name = "entered_at")
    Instant enteredAt;

    @Column(name = "cleared_at")
    Instant clearedAt;

    protected VersionEntity() {}

    VersionEntity(
            EnrolmentEntity enrolment, RecordContent content, SubjectKey subject, CheckResult result, Instant now) {
        this.enrolmentId = enrolment.id;
        this.version = enrolment.latestVersion;
        this.insurer = enrolment.insurer;
        this.state = EnrolmentState.RECEIVED;
        this.person = content.personKey();
        this.subject = subject;
        this.symbol = content.symbol();
        this.number = content.number();
        this.branch = content.branch();
        this.name = content.person().name();
        this.nameKana = content.person().nameKana();
        this.birthDate = content.person().birthDate();
        this.sex = content.person().sex();
        this.address = content.person().address();
        this.relation = content.relation();
        this.acquired = content.acquired();
        this.lost = content.lost();
        this.lossReason = content.lossReason();
        this.findings = new Findings(result.findings());
        this.medicalInfoAllowed = result.medicalInfoAllowed();
        this.enteredAt = now;
    }

    RecordContent content() {
        FiveItems items = new FiveItems(name, nameKana, birthDate, sex, address);
        return new RecordContent(person, symbol, number, branch, items, relation, acquired, lost, lossReason);
    }

    void hold(UUID openedHold) {
        moveTo(EnrolmentState.HELD);
        holdId = openedHold;
    }

    void clear(Instant at) {
        moveTo(EnrolmentState.CLEARED);
        clearedAt = at;
    }

    /** @throws IllegalStateException when a version in this state cannot get there */
    void moveTo(EnrolmentState next) {
        if (!VersionLife.allows(state, next)) {
            throw new IllegalStateException("a version that is " + state + " cannot become " + next);
        }
        state = next;
    }
}
