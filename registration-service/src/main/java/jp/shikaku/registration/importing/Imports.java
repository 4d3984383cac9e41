package jp.shikaku.registration.importing;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.importing.EnrolmentImport;
import jp.shikaku.contracts.importing.ImportState;
import jp.shikaku.contracts.importing.RefusedRow;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.importing.file.RefusalFile;
import jp.shikaku.registration.importing.file.RefusedValue;
import jp.shikaku.registration.party.PartyRegister;

/** The imports of the insurers, as they see them. */
@ApplicationScoped
class Imports {

    private static final int ROWS_AT_ONCE = 500;

    private final ImportStore imports;
    private final RefusalStore refusals;
    private final PartyRegister parties;
    private final ImportConfig config;

    Imports(ImportStore imports, RefusalStore refusals, PartyRegister parties, ImportConfig config) {
        this.imports = imports;
        this.refusals = refusals;
        this.parties = parties;
        this.config = config;
    }

    /** Fails with {@code values-invalid} when the insurer does not take part. */
    Uni<Void> refuseUnknown(InsurerNumber insurer) {
        return parties.knows(insurer)
                .invoke(isKnown -> {
                    if (!isKnown) {
                        throw new ProblemException(
                                ProblemType.VALUES_INVALID,
                                List.of(new InvalidField("header:Authorization", ValueFault.INSURER_UNKNOWN)));
                    }
                })
                .replaceWithVoid();
    }

    /** Fails with {@code import-not-found}. */
    Uni<EnrolmentImport> get(InsurerNumber insurer, UUID id) {
        return stored(insurer, id).map(file -> file.wire(config.keepRefusals()));
    }

    Uni<Page<EnrolmentImport>> list(InsurerNumber insurer, PageRequest page) {
        return imports.list(insurer, page).map(found -> wire(found, page));
    }

    Uni<Page<EnrolmentImport>> latest(InsurerNumber insurer, PageRequest page) {
        return imports.latest(insurer, page).map(found -> wire(found, page));
    }

    private Page<EnrolmentImport> wire(List<StoredImport> found, PageRequest page) {
        return page.toPage(
                found.stream().map(file -> file.wire(config.keepRefusals())).toList(),
                file -> file.id().toString());
    }

    /** Fails with {@code import-not-found}, {@code import-ended}. */
    Uni<EnrolmentImport> cancel(InsurerNumber insurer, UUID id) {
        return imports.cancel(insurer, id)
                .flatMap(cancelled -> get(insurer, id))
                .invoke(file -> {
                    if (file.state() != ImportState.CANCELLED) {
                        throw ProblemType.IMPORT_ENDED.exception();
                    }
                });
    }

    /** Rows behind {@code afterLine}, in the order of the file. Fails with {@code import-not-found}. */
    Uni<Page<RefusedRow>> refusals(InsurerNumber insurer, UUID id, long afterLine, int limit, Locale locale) {
        return stored(insurer, id)
                .flatMap(file -> refusals.page(id, afterLine, limit + 1))
                .map(found -> {
                    List<RefusedRow> rows = found.stream()
                            .limit(limit)
                            .map(row -> wire(row, locale))
                            .toList();
                    boolean hasNext = found.size() > limit;
                    return new Page<>(
                            rows,
                            hasNext ? Long.toString(rows.get(rows.size() - 1).line()) : null);
                });
    }

    /** Whose file, and in which encoding it was read. Fails with {@code import-not-found}. */
    Uni<StoredImport> stored(InsurerNumber insurer, UUID id) {
        return imports.find(insurer, id).map(found -> found.orElseThrow(ProblemType.IMPORT_NOT_FOUND::exception));
    }

    /** The file of refused rows, in pieces. */
    Multi<byte[]> refusalFile(UUID id, FileCharset charset) {
        RefusalFile file = new RefusalFile(charset);
        Multi<byte[]> lines = Multi.createBy()
                .repeating()
                .uni(AtomicLong::new, line -> refusals.page(id, line.get(), ROWS_AT_ONCE)
                        .invoke(rows ->
                                rows.stream().reduce((one, next) -> next).ifPresent(last -> line.set(last.line()))))
                .until(List::isEmpty)
                .map(rows -> lines(file, rows));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(file::beginning), lines);
    }

    private static byte[] lines(RefusalFile file, List<StoredRefusal> rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        rows.forEach(row -> row.faults()
                .forEach(fault -> lines.writeBytes(
                        file.line(new RefusedValue(row.line(), row.refused(), fault, row.original())))));
        return lines.toByteArray();
    }

    private static RefusedRow wire(StoredRefusal row, Locale locale) {
        List<Problem.FieldError> errors = row.faults().stream()
                .map(fault -> new Problem.FieldError(
                        fault.pointer(),
                        fault.code(),
                        fault.detail().in(locale),
                        fault.nextStep().in(locale)))
                .toList();
        return new RefusedRow(row.line(), row.refused(), errors, row.original());
    }
}
