package jp.shikaku.kit.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Runs a service. One that does not start for a setting says last which one, what it has to be, and what to do; one that does
 * not start for anything else, what it was: Quarkus leaves that to whoever takes the end into their own hands.
 */
@QuarkusMain
public final class Service {

    private Service() {}

    public static void main(String... arguments) {
        Quarkus.run(null, Service::end, arguments);
    }

    private static void end(int code, Throwable failure) {
        if (failure != null) {
            SettingFault.in(failure)
                    .ifPresentOrElse(fault -> System.err.println(fault.advice()), failure::printStackTrace);
        }
        System.exit(code);
    }
}
