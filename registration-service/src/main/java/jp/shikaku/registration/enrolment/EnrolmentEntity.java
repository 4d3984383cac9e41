package jp.shikaku.registration.enrolment;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import jp.shikaku.contracts.number.InsurerNumber;

/** One coverage of one person with one insurer; what it says is in its versions. Locked by whoever changes any of them. */
@Entity
@Table(name = "enrolment")
class EnrolmentEntity {

    @Id
    UUID id;

    @Column(name = "insurer_number")
    InsurerNumber insurer;

    @Column(name = "latest_version")
    int latestVersion;

    protected EnrolmentEntity() {}

    EnrolmentEntity(UUID id, InsurerNumber insurer) {
        this.id = id;
        this.insurer = insurer;
        this.latestVersion = 0;
    }
}
