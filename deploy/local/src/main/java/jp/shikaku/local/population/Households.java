package jp.shikaku.local.population;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Any number of people who do not exist, one by one by their index, without keeping any of them: households of an insured
 * person, a spouse and a child. Nothing about them is unusual.
 */
public final class Households {

    /** How many members each has. */
    public static final int SIZE = 3;

    private static final int YOUNGEST_ADULT = 30;
    private static final int OLDEST_ADULT = 60;
    private static final int OLDEST_CHILD = 13;
    /** Has no factor in common with ten: different people get different numbers. */
    private static final long NUMBER_STRIDE = 48_271;

    private static final long NUMBER_SPACE = 99_000_000_000L;

    private final long seed;
    private final LocalDate today;
    private final NameStock names = new NameStock();

    public Households(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /** One person, as the register has it and as its insurer should have it. */
    public record Member(
            String individualNumber,
            String symbol,
            String number,
            String branch,
            String name,
            String nameKana,
            LocalDate birthDate,
            String sex,
            String address,
            String relation,
            LocalDate acquired) {}

    public Member member(long index) {
        long household = index / SIZE;
        int branch = (int) (index % SIZE);
        var common = new SplittableRandom(seed * 1_000_003 + household);
        var surname = names.surname(common);
        var address = "%s%d丁目%d番%d号"
                .formatted(names.place(common).text(), in(common, 1, 9), in(common, 1, 30), in(common, 1, 20));
        boolean headIsFemale = common.nextBoolean();
        LocalDate hired = today.minusDays(in(common, 1, 700));
        var random = new SplittableRandom(seed * 2_000_003 + index);
        boolean female = branch == 0 ? headIsFemale : branch == 1 ? !headIsFemale : random.nextBoolean();
        var given = names.given(female, random);
        LocalDate birth = branch < 2
                ? today.minusYears(in(random, YOUNGEST_ADULT, OLDEST_ADULT)).minusDays(random.nextInt(365))
                : today.minusYears(in(random, 3, OLDEST_CHILD)).minusDays(random.nextInt(365));
        return new Member(
                Numbers.individual(Math.floorMod(seed * 7_919_000_019L + index * NUMBER_STRIDE, NUMBER_SPACE)),
                "%03d".formatted(household % 1000),
                Long.toString(seed * 10_000_000 + household),
                "%02d".formatted(branch),
                surname.kanji() + " " + given.kanji(),
                surname.kana() + " " + given.kana(),
                birth,
                female ? "2" : "1",
                address,
                branch == 0 ? "1" : "2",
                hired);
    }

    private static int in(RandomGenerator random, int from, int to) {
        return random.nextInt(from, to + 1);
    }
}
