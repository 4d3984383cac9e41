package jp.shikaku.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.shikaku.local.problem.LocalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormTest {

    @Test
    void servicesRunOnAVirtualMachineUnlessNativeProgramsAreAskedFor() {
        assertThat(Form.of(Map.of())).isEqualTo(Form.JVM);
        assertThat(Form.of(Map.of(Form.VARIABLE, " Native "))).isEqualTo(Form.NATIVE);
        assertThat(Form.of(Map.of(Form.VARIABLE, "aot"))).isEqualTo(Form.AOT);
        assertThatThrownBy(() -> Form.of(Map.of(Form.VARIABLE, "wasm")))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("wasm");
    }

    @Test
    void cacheIsUsedByEveryRunButTheOneThatMakesIt(@TempDir Path target) {
        Path jar = Form.AOT.program(target);
        List<String> memory = List.of("-Xmx256m");

        assertThat(Form.AOT.command(jar, List.of("-Dmark=1"), memory))
                .contains("-XX:AOTMode=on", "-XX:AOTCache=" + Form.cache(jar), "-Dmark=1", "-Xmx256m");
        assertThat(Form.AOT.training(jar, List.of(), memory))
                .contains("-XX:AOTCacheOutput=" + Form.cache(jar))
                .doesNotContain("-XX:AOTMode=on");
        assertThatThrownBy(() -> Form.NATIVE.training(jar, List.of(), memory))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nativeProgramIsFoundByItsNameAndStartedWithWhatItUnderstands(@TempDir Path target) throws IOException {
        assertThat(Form.NATIVE.program(target)).doesNotExist();
        Path runner = Files.createFile(target.resolve("inquiry-service-0.1-runner"));

        assertThat(Form.NATIVE.program(target)).isEqualTo(runner);
        assertThat(Form.NATIVE.command(runner, List.of("-Dmark=1"), List.of("-Xmx256m", "-XX:+UseSerialGC")))
                .containsExactly(runner.toString(), "-Dmark=1", "-Xmx256m");
        assertThat(Form.isOne(runner.toString())).isTrue();
        assertThat(Form.isOne("/usr/bin/postgres")).isFalse();
    }
}
