package jp.shikaku.local.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * People who do not exist: families with their names, addresses and numbers, what the resident register says of them and
 * what their insurers have entered. The same seed makes the same people, whatever their number.
 *
 * <p>Some differences are made on purpose. Harmless ones: variant characters (髙 for 高), kana without small letters. One
 * record in a hundred has a real mistake, a birth date or sex that differs from the register, and is held.
 */
public final class Population {

    private static final int INSURERS = 20;
    private static final int EMPLOYERS = 50;
    private static final int LARGEST_FAMILY = 5;
    private static final int ADULT = 20;
    private static final int OLDEST_HEAD = 74;
    private static final double TWINS = 0.02;
    private static final double MISTAKES = 0.01;
    private static final double LOST = 0.05;
    /** Has no factor in common with ten: different people get different numbers. */
    private static final long NUMBER_STRIDE = 48_271;

    private static final long NUMBER_SPACE = 100_000_000_000L;

    private final long seed;
    private final LocalDate today;
    private final NameStock names = new NameStock();
    private final List<String> insurers;

    /** @param today the day up to which people were born and insured */
    public Population(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
        this.insurers = IntStream.range(0, INSURERS)
                .mapToObj(i -> Numbers.insurer("%s%02d%03d".formatted(i % 2 == 0 ? "06" : "01", 1 + i, 900 + i)))
                .toList();
    }

    /**
     * Everything to be loaded for {@code people} people, in an order in which it can be: insurers, employers, residents,
     * enrolments. Each line says its {@code kind}. Made while it is read.
     */
    public Stream<ObjectNode> lines(int people) {
        return Stream.of(
                        insurerLines(),
                        employerLines(),
                        lines(people, Member::resident),
                        lines(people, Member::enrolment))
                .flatMap(part -> part);
    }

    private Stream<ObjectNode> insurerLines() {
        return IntStream.range(0, INSURERS)
                .mapToObj(
                        i -> line("insurer").put("number", insurers.get(i)).put("name", "見本保険者%02d".formatted(i + 1)));
    }

    private Stream<ObjectNode> employerLines() {
        return IntStream.range(0, EMPLOYERS).mapToObj(i -> line("employer")
                .put("number", Numbers.corporate(990_000_001_000L + i))
                .put("name", "株式会社見本%02d".formatted(i + 1)));
    }

    private Stream<ObjectNode> lines(int people, Function<Member, ObjectNode> part) {
        return IntStream.range(0, people) // no family is empty: there are never more families than people
                .boxed()
                .flatMap(family -> family(family).stream())
                .limit(people)
                .map(part);
    }

    /** Family {@code index}: the insured person first, then who depends on it. */
    private List<Member> family(int index) {
        var random = new SplittableRandom(seed * 1_000_003 + index);
        var surname = names.surname(random);
        var place = names.place(random);
        var address = "%s%d丁目%d番%d号".formatted(place.text(), in(random, 1, 9), in(random, 1, 30), in(random, 1, 20));
        var household = new Household(
                insurers.get(random.nextInt(INSURERS)),
                "%03d".formatted(random.nextInt(1000)),
                index + 1,
                surname,
                address);
        int size = 1 + random.nextInt(LARGEST_FAMILY);
        var members = new ArrayList<Member>();
        LocalDate birth = today.minusYears(in(random, ADULT, OLDEST_HEAD)).minusDays(random.nextInt(365));
        boolean female = random.nextBoolean();
        for (int branch = 0; branch < size; branch++) {
            members.add(member(household, index, branch, birth, female, random));
            boolean twin = branch >= 1 && random.nextDouble() < TWINS;
            birth = twin ? birth : nextBirth(members.get(0).birthDate(), branch, random);
            female = random.nextBoolean();
        }
        return members;
    }

    /** The second member is a spouse of about the same age, the others are children. */
    private LocalDate nextBirth(LocalDate head, int branch, RandomGenerator random) {
        LocalDate birth = branch == 0
                ? head.plusDays(random.nextInt(-2000, 2000))
                : head.plusYears(in(random, ADULT, 40)).plusDays(random.nextInt(365));
        return birth.isAfter(today) ? today.minusDays(random.nextInt(1, 400)) : birth;
    }

    private Member member(
            Household household, int family, int branch, LocalDate birth, boolean female, RandomGenerator random) {
        long index = (long) family * LARGEST_FAMILY + branch;
        long body = Math.floorMod(seed * 7_919 + index * NUMBER_STRIDE, NUMBER_SPACE);
        LocalDate acquired = today.minusDays(random.nextInt(1, 3650));
        acquired = acquired.isBefore(birth) ? birth : acquired;
        LocalDate lost = random.nextDouble() < LOST && acquired.isBefore(today) ? today : null;
        return new Member(
                household,
                Numbers.individual(body),
                names.given(female, random),
                branch,
                birth,
                female,
                acquired,
                lost,
                random.nextDouble() < MISTAKES,
                random.nextBoolean());
    }

    private static int in(RandomGenerator random, int from, int to) {
        return random.nextInt(from, to + 1);
    }

    private static ObjectNode line(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    private record Household(String insurer, String symbol, int number, NameStock.Name surname, String address) {}

    private record Member(
            Household household,
            String individualNumber,
            NameStock.Name given,
            int branch,
            LocalDate birthDate,
            boolean female,
            LocalDate acquired,
            LocalDate lost,
            boolean mistaken,
            boolean writtenDifferently) {

        ObjectNode resident() {
            return items(
                    line("resident"), birthDate, female, household.surname().kanji());
        }

        ObjectNode enrolment() {
            String surname = writtenDifferently
                    ? household
                            .surname()
                            .otherWriting()
                            .orElse(household.surname().kanji())
                    : household.surname().kanji();
            var enrolment = items(
                            line("enrolment").put("insurerNumber", household.insurer()),
                            mistaken && branch % 2 == 0 ? birthDate.minusDays(10) : birthDate,
                            mistaken && branch % 2 == 1 ? !female : female,
                            surname)
                    .put("symbol", household.symbol())
                    .put("number", Integer.toString(household.number()))
                    .put("branch", "%02d".formatted(branch))
                    .put("relation", branch == 0 ? "1" : "2")
                    .put("acquired", acquired.toString());
            return lost == null
                    ? enrolment
                    : enrolment.put("lost", lost.toString()).put("lossReason", "99");
        }

        private ObjectNode items(ObjectNode line, LocalDate birth, boolean isFemale, String surname) {
            return line.put("individualNumber", individualNumber)
                    .put("name", surname + " " + given.kanji())
                    .put("nameKana", household.surname().kana() + " " + given.kana())
                    .put("birthDate", birth.toString())
                    .put("sex", isFemale ? "2" : "1")
                    .put("address", household.address());
        }
    }
}
