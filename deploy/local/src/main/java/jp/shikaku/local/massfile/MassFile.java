package jp.shikaku.local.massfile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jp.shikaku.local.population.Households;
import jp.shikaku.local.population.Households.Member;
import jp.shikaku.local.population.Numbers;

/**
 * A whole insurer's file of people who do not exist, with mistakes planted at known rows. The same seed makes the same
 * file. Each row has a record key that names its line, so that what is held can be found again.
 */
public final class MassFile {

    private static final String HEADER = "履歴番号,個人番号,記号,番号,枝番,漢字氏名,カナ氏名,生年月日,性別,住所,本人・家族,負担割合,資格取得年月日,資格喪失年月日\n";
    private static final int FIRST_LINE = 2;
    private static final byte[] HALF_A_CHARACTER = {(byte) 0xE8, (byte) 0x8A};

    private final Households households;
    private final long rows;
    private final long seed;
    private final double errors;
    private final LocalDate today;

    /** @param errors share of rows with a mistake, 0 to 0.2 */
    public MassFile(long seed, long rows, double errors, LocalDate today) {
        this.households = new Households(seed, today);
        this.seed = seed;
        this.rows = rows;
        this.errors = errors;
        this.today = today;
    }

    public long rows() {
        return rows;
    }

    /** The residents behind the rows, and strangers whose numbers are used by mistake. Made while they are read. */
    public Stream<ObjectNode> residents() {
        return LongStream.concat(LongStream.range(0, rows), strangers())
                .mapToObj(index -> resident(households.member(index)));
    }

    public long residentCount() {
        return rows + strangers().count();
    }

    /** What is wrong with the row of each line; lines without a mistake are missing. */
    public Map<Long, PlantedError> planted() {
        Map<Long, PlantedError> planted = new LinkedHashMap<>();
        for (long index = 0; index < rows; index++) {
            PlantedError error = error(index);
            if (error != null) {
                planted.put(index + FIRST_LINE, error);
            }
        }
        return planted;
    }

    /** Lines that come into doubt through another's mistake: whose card it is that somebody else was given. */
    public boolean mayBeHeldThroughAnother(long line, Map<Long, PlantedError> planted) {
        return planted.get(line + Households.SIZE) == PlantedError.CARD_TAKEN;
    }

    /** The line of a record key; 0 when it is none of this file. */
    public long lineOf(String recordKey) {
        String prefix = "S" + seed + "-";
        return recordKey.startsWith(prefix) ? Long.parseLong(recordKey.substring(prefix.length())) : 0;
    }

    /** @param written is told how many rows were written since it was told last */
    public void write(Path target, LongConsumer written) throws IOException {
        Map<Long, PlantedError> planted = planted();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 20)) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (long index = 0; index < rows; index++) {
                PlantedError error = planted.get(index + FIRST_LINE);
                byte[] line = (row(index, error) + "\n").getBytes(StandardCharsets.UTF_8);
                out.write(error == PlantedError.BYTES_BROKEN ? broken(line) : line);
                if (index % 1000 == 999) {
                    written.accept(1000);
                }
            }
            written.accept(rows % 1000);
        }
    }

    /** In blocks of households, so that one mistake has nothing to do with the next. */
    private PlantedError error(long index) {
        long household = index / Households.SIZE;
        var random = new SplittableRandom(seed * 31 + household);
        boolean hasOne = random.nextDouble() < errors * Households.SIZE;
        if (!hasOne) {
            return null;
        }
        PlantedError error = PlantedError.values()[random.nextInt(PlantedError.values().length)];
        int place = (int) (index % Households.SIZE);
        return switch (error) {
            case FAMILY_SWAPPED -> place < 2 && household * Households.SIZE + 1 < rows ? error : null;
            case CARD_TAKEN -> place == 0 && household > 0 && !hasError(household - 1) ? error : null;
            default -> place == random.nextInt(Households.SIZE) ? error : null;
        };
    }

    private boolean hasError(long household) {
        return new SplittableRandom(seed * 31 + household).nextDouble() < errors * Households.SIZE;
    }

    private LongStream strangers() {
        return LongStream.range(0, rows)
                .filter(index -> error(index) == PlantedError.NUMBER_OF_STRANGER)
                .map(index -> rows + Households.SIZE + index);
    }

    private String row(long index, PlantedError error) {
        Member member = households.member(index);
        Map<String, String> cells = cells(index, member);
        if (error != null) {
            plant(error, index, member, cells);
        }
        String row = String.join(",", cells.values());
        return error == PlantedError.COLUMN_MISSING ? row.substring(0, row.lastIndexOf(',')) : row;
    }

    private Map<String, String> cells(long index, Member member) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("recordKey", "S" + seed + "-" + (index + FIRST_LINE));
        cells.put("individualNumber", member.individualNumber());
        cells.put("symbol", member.symbol());
        cells.put("number", member.number());
        cells.put("branch", member.branch());
        cells.put("name", member.name());
        cells.put("nameKana", member.nameKana());
        cells.put("birthDate", member.birthDate().toString());
        cells.put("sex", member.sex());
        cells.put("address", member.address());
        cells.put("relation", member.relation());
        cells.put("burdenShare", "");
        cells.put("acquired", member.acquired().toString());
        cells.put("lost", "");
        return cells;
    }

    private void plant(PlantedError error, long index, Member member, Map<String, String> cells) {
        switch (error) {
            case NUMBER_CHECK_DIGIT -> cells.put("individualNumber", otherLastDigit(member.individualNumber()));
            case NUMBER_ZEROS -> cells.put("individualNumber", "000000000000");
            case NUMBER_SHORT ->
                cells.put("individualNumber", member.individualNumber().substring(1));
            case NO_SUCH_DAY -> cells.put("birthDate", member.birthDate().getYear() + "-02-30");
            case LOST_BEFORE_ACQUIRED ->
                cells.put("lost", member.acquired().minusDays(1).toString());
            case SEX_UNKNOWN -> cells.put("sex", "7");
            case NAME_MISSING -> cells.put("name", "");
            case BIRTH_DATE_WRONG ->
                cells.put("birthDate", member.birthDate().minusDays(10).toString());
            case SEX_WRONG -> cells.put("sex", member.sex().equals("1") ? "2" : "1");
            case NAME_WRONG -> cells.put("name", "見本 別名");
            case ADDRESS_WRONG -> cells.put("address", "沖縄県那覇市泉崎9丁目91番92号");
            case NUMBER_OF_STRANGER ->
                cells.put(
                        "individualNumber",
                        households.member(rows + Households.SIZE + index).individualNumber());
            case NUMBER_OF_NOBODY -> cells.put("individualNumber", Numbers.individual(99_999_999_999L - index));
            case FAMILY_SWAPPED ->
                cells.put(
                        "individualNumber",
                        households
                                .member(index % Households.SIZE == 0 ? index + 1 : index - 1)
                                .individualNumber());
            case CARD_TAKEN -> {
                Member other = households.member(index - Households.SIZE);
                cells.put("symbol", other.symbol());
                cells.put("number", other.number());
                cells.put("branch", other.branch());
            }
            case ACQUIRED_FAR_AHEAD -> cells.put("acquired", today.plusDays(400).toString());
            case COLUMN_MISSING, BYTES_BROKEN -> {
                // of the row as a whole
            }
        }
    }

    private static String otherLastDigit(String number) {
        int last = number.charAt(number.length() - 1) - '0';
        return number.substring(0, number.length() - 1) + (last + 1) % 10;
    }

    /** The first two bytes of a character that needs three, behind the last cell. */
    private static byte[] broken(byte[] line) {
        byte[] broken = new byte[line.length + HALF_A_CHARACTER.length];
        System.arraycopy(line, 0, broken, 0, line.length - 1);
        System.arraycopy(HALF_A_CHARACTER, 0, broken, line.length - 1, HALF_A_CHARACTER.length);
        broken[broken.length - 1] = '\n';
        return broken;
    }

    private static ObjectNode resident(Member member) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("individualNumber", member.individualNumber())
                .put("name", member.name())
                .put("nameKana", member.nameKana())
                .put("birthDate", member.birthDate().toString())
                .put("sex", member.sex())
                .put("address", member.address());
    }
}
