package jp.shikaku.eligibility.batch;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.shikaku.contracts.batch.BatchOutcome;
import jp.shikaku.contracts.batch.BatchRow;
import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.eligibility.batch.file.QuestionColumn;
import jp.shikaku.kit.file.CsvWriter;
import jp.shikaku.kit.file.FileCharset;

/** A result as a table for a spreadsheet, or for the system that keeps the appointments. */
final class ResultCsv implements ResultFormat {

    private record Column(String title, Function<BatchRow, Object> value) {

        static Column ofAnswer(String title, Function<ConfirmationAnswer, Object> value) {
            return new Column(title, row -> row.answer() == null ? null : value.apply(row.answer()));
        }

        static Column ofCoverage(String title, Function<ShownCoverage, Object> value) {
            return ofAnswer(title, answer -> answer.coverage() == null ? null : value.apply(answer.coverage()));
        }

        static Column ofErrors(String title, Function<Problem.FieldError, String> value) {
            return new Column(
                    title, row -> row.errors().stream().map(value).distinct().collect(Collectors.joining(" ")));
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column(QuestionColumn.CORRELATION_ID.title(), BatchRow::correlationId),
            new Column("行番号", BatchRow::line),
            new Column("結果", row -> title(row.outcome())),
            Column.ofAnswer("照会番号", it -> it.confirmationNumber().display()),
            Column.ofAnswer("照会日時", ConfirmationAnswer::askedAt),
            Column.ofAnswer("診療日", ConfirmationAnswer::asOf),
            Column.ofAnswer("資格有効性", it -> it.validity().code()),
            Column.ofAnswer("表示", it -> it.display().ja()),
            Column.ofAnswer("処方箋", it -> switch (it.prescription().form()) {
                case ELECTRONIC -> "電子";
                case PAPER -> "紙";
            }),
            Column.ofAnswer("医療情報の閲覧", it -> it.medicalInfoAllowed() ? "可" : "不可"),
            Column.ofCoverage("保険者番号", it -> it.insurerNumber().value()),
            Column.ofCoverage("記号", ShownCoverage::symbol),
            Column.ofCoverage("番号", ShownCoverage::number),
            Column.ofCoverage("枝番", ShownCoverage::branch),
            Column.ofCoverage("漢字氏名", ShownCoverage::name),
            Column.ofCoverage("カナ氏名", ShownCoverage::nameKana),
            Column.ofCoverage("性別", it -> it.sex().code()),
            Column.ofCoverage("生年月日", ShownCoverage::birthDate),
            Column.ofCoverage("本人・家族", it -> it.relation().code()),
            Column.ofCoverage(
                    "負担割合",
                    it -> it.burdenShare() == null ? null : it.burdenShare().code()),
            Column.ofCoverage("資格取得年月日", ShownCoverage::acquired),
            Column.ofCoverage("資格喪失年月日", ShownCoverage::lost),
            Column.ofErrors("誤りの項目", Problem.FieldError::pointer),
            Column.ofErrors("誤りのコード", Problem.FieldError::code),
            Column.ofErrors("理由", Problem.FieldError::detail),
            Column.ofErrors("対応", Problem.FieldError::nextStep));

    private final FileCharset charset;
    private final CsvWriter writer;

    ResultCsv(FileCharset charset) {
        this.charset = charset;
        this.writer = new CsvWriter(charset);
    }

    @Override
    public boolean isJson() {
        return false;
    }

    @Override
    public String mediaType() {
        return BatchResource.CSV + ";charset=" + charset.label();
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public byte[] beginning() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(writer.beginning());
        out.writeBytes(line(COLUMNS.stream().map(Column::title)));
        return out.toByteArray();
    }

    @Override
    public byte[] rows(List<BatchRow> rows, boolean isFirst) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rows.forEach(row -> out.writeBytes(
                line(COLUMNS.stream().map(column -> column.value().apply(row)))));
        return out.toByteArray();
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }

    private byte[] line(Stream<?> values) {
        return writer.line(values.toArray());
    }

    private static String title(BatchOutcome outcome) {
        return switch (outcome) {
            case ANSWERED -> "回答";
            case REFUSED -> "照会不可";
            case UNDETERMINED -> "判定不能";
        };
    }
}
