package jp.shikaku.local.http;

import java.net.URI;

import jp.shikaku.local.launch.Layout;
import jp.shikaku.local.launch.Service;

/** The addresses the launcher calls. */
public record Endpoints(Layout layout) {

    public URI insurer(String number) {
        return at(Service.REGISTRATION, "/insurers/" + number);
    }

    public URI employer(String number) {
        return at(Service.REGISTRATION, "/employers/" + number);
    }

    public URI residents() {
        return at(Service.REGISTRATION, "/residents");
    }

    public URI reports() {
        return at(Service.REGISTRATION, "/reports");
    }

    public URI report(String id) {
        return at(Service.REGISTRATION, "/reports/" + id);
    }

    public URI enrolments() {
        return at(Service.REGISTRATION, "/enrolments");
    }

    public URI enrolment(String id) {
        return at(Service.REGISTRATION, "/enrolments/" + id);
    }

    public URI imports() {
        return at(Service.REGISTRATION, "/enrolment-imports");
    }

    public URI importOf(String id) {
        return at(Service.REGISTRATION, "/enrolment-imports/" + id);
    }

    public URI refusals(String importId) {
        return at(Service.REGISTRATION, "/enrolment-imports/" + importId + "/refusals?limit=100");
    }

    public URI openHolds() {
        return at(Service.REGISTRATION, "/holds?state=OPEN&limit=100");
    }

    public URI rechecks() {
        return at(Service.REGISTRATION, "/rechecks");
    }

    public URI recheck(String id) {
        return at(Service.REGISTRATION, "/rechecks/" + id);
    }

    public URI certificateBindings() {
        return at(Service.REGISTRATION, "/certificate-bindings");
    }

    public URI certificateConfirmations() {
        return at(Service.ELIGIBILITY, "/certificate-confirmations");
    }

    public URI confirmations() {
        return at(Service.ELIGIBILITY, "/confirmations");
    }

    public URI coverages() {
        return at(Service.ELIGIBILITY, "/coverages");
    }

    public URI batches() {
        return at(Service.ELIGIBILITY, "/confirmation-batches");
    }

    public URI batch(String id) {
        return at(Service.ELIGIBILITY, "/confirmation-batches/" + id);
    }

    public URI looks(String enrolmentId) {
        return at(Service.ELIGIBILITY, "/looks?limit=100&enrolmentId=" + enrolmentId);
    }

    public URI caseFile(String confirmationNumber) {
        return at(Service.INQUIRY, "/casefiles/" + confirmationNumber);
    }

    public URI hotline() {
        return at(Service.INQUIRY, "/hotline/main");
    }

    public URI clockOffset(Service service) {
        return layout.adminAddress(service).resolve("/clock-offset");
    }

    private URI at(Service service, String path) {
        return layout.address(service).resolve(path);
    }
}
