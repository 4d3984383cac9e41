package jp.shikaku.kit.page;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;

import io.quarkus.qute.runtime.EngineProducer;
import io.quarkus.runtime.Startup;

/**
 * Templates are read when the first page is asked for, and not while the service starts: readiness needs none of them. The
 * build has checked them already. Acts while the service is built, and is not there when it runs.
 */
public class LateTemplates implements BuildCompatibleExtension {

    @Enhancement(types = EngineProducer.class)
    public void readWhenAskedFor(ClassConfig engine) {
        engine.removeAnnotation(annotation -> annotation.name().equals(Startup.class.getName()));
    }
}
