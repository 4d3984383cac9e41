package jp.shikaku.inquiry.world;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jp.shikaku.kit.testing.ServiceEnvironment;

/** A test of the running service: real HTTP, real PostgreSQL, real tokens, a mail server, and servers where its sisters would be. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Sisters.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PostOffice.class, scope = TestResourceScope.GLOBAL)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InquiryTest {}
