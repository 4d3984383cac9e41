package jp.shikaku.local.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import jp.shikaku.local.console.Console;
import jp.shikaku.local.console.ProgressBar;

/**
 * Asks in rounds until the rate steadies. A service that was just started compiles what it runs for minutes, at a third of
 * the rate it comes to, and is no measure of anything.
 */
final class WarmUp {

    static final int ROUND_SECONDS = 10;
    static final int MOST_ROUNDS = 24;

    /** Before the second compiler has begun in earnest the rate stands still, too. */
    private static final int LEAST_ROUNDS = 6;

    private static final int IN_A_ROW = 3;
    private static final double OF_THE_BEST = 0.95;

    private final Console console;

    WarmUp(Console console) {
        this.console = console;
    }

    /** As much as can be asked for so long. */
    @FunctionalInterface
    interface Round {
        /** @return answers a second */
        double run(int seconds) throws IOException, InterruptedException;
    }

    /**
     * What became of the rate.
     *
     * @param rates of all rounds, in answers a second
     * @param steady whether the last three rounds were within 5 % of the best
     */
    record Result(List<Double> rates, boolean steady) {

        int seconds() {
            return rates.size() * ROUND_SECONDS;
        }

        String told() {
            return String.format(
                    Locale.ROOT, "%d s, from %,.0f/s to %,.0f/s", seconds(), rates.get(0), rates.get(rates.size() - 1));
        }

        String steadied() {
            return steady ? "the rate had steadied" : "the rate had NOT steadied: what follows is too little";
        }
    }

    /** @param what is warmed up, for whoever waits */
    Result run(String what, Round round) throws IOException, InterruptedException {
        List<Double> rates = new ArrayList<>();
        try (ProgressBar bar = console.bar("warming up, s: " + what, (long) MOST_ROUNDS * ROUND_SECONDS)) {
            bar.say("at most; ends when the rate steadies");
            while (rates.size() < MOST_ROUNDS && !steady(rates)) {
                rates.add(round.run(ROUND_SECONDS));
                bar.add(ROUND_SECONDS);
                bar.say(said(rates));
            }
        }
        return new Result(List.copyOf(rates), steady(rates));
    }

    private static boolean steady(List<Double> rates) {
        if (rates.size() < LEAST_ROUNDS) {
            return false;
        }
        double near = OF_THE_BEST * Collections.max(rates);
        return rates.subList(rates.size() - IN_A_ROW, rates.size()).stream().allMatch(rate -> rate >= near);
    }

    private static String said(List<Double> rates) {
        return String.format(
                Locale.ROOT,
                "%,.0f/s, best %,.0f/s: %s",
                rates.get(rates.size() - 1),
                Collections.max(rates),
                steady(rates) ? "steady" : rates.size() < MOST_ROUNDS ? "not steady yet" : "not steady");
    }
}
