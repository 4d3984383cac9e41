package jp.shikaku.inquiry.casefile;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;

/** What recurs in the pacts of this service. */
final class PactWords {

    static final String REQUEST_ID = "0190a1b2-0000-7000-8000-000000000001";

    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String MOMENT = DATE + "T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?\\+09:00";
    private static final String KEY = "[A-Za-z0-9_-]{43}";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private PactWords() {}

    /** A GET of ours: signed as a service, and to be found again in the logs. */
    static PactDslRequestWithPath asked(PactDslRequestWithPath request) {
        return request.method("GET")
                .matchHeader("Authorization", "Bearer .+", "Bearer token")
                .matchHeader("X-Request-Id", UUID, REQUEST_ID);
    }

    static void date(LambdaDslObject body, String name, String example) {
        body.stringMatcher(name, DATE, example);
    }

    static void moment(LambdaDslObject body, String name, String example) {
        body.stringMatcher(name, MOMENT, example);
    }

    static void text(LambdaDslObject body) {
        body.stringType("ja", "紙の処方箋で対応してください。").stringType("en", "Use paper.");
    }

    static void key(LambdaDslObject body, String name, String example) {
        body.stringMatcher(name, KEY, example);
    }
}
