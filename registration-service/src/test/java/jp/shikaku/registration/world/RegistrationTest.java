package jp.shikaku.registration.world;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jp.shikaku.kit.testing.ServiceEnvironment;

/**
 * A test of the running service: real HTTP, real PostgreSQL, real tokens, and servers where eligibility and the line to
 * the resident register would be.
 */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EligibilityStandIn.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = ShortWaits.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegisterStandIn.class, scope = TestResourceScope.GLOBAL)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RegistrationTest {}
