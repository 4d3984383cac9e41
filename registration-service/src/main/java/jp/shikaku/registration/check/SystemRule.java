package jp.shikaku.registration.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;

/**
 * Marks a {@link CheckRule} that is part of the system check. A rule is added by adding one class with this mark: the
 * container finds it, while the class itself knows nothing of a container.
 */
@Stereotype
@Singleton
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SystemRule {}
