package jp.shikaku.local.launch;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.local.problem.LocalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LayoutTest {

    private static final Path CHECKOUT = Path.of("/src/shikaku");

    @Test
    void withoutAWishTheUsualPortsAndFolderAreTaken() {
        var layout = Layout.of(CHECKOUT, Map.of("SHIKAKU_DATA", ""));

        assertThat(layout.data()).isEqualTo(Path.of("/src/shikaku/.shikaku"));
        assertThat(layout.address(Service.REGISTRATION)).hasToString("http://127.0.0.1:8081");
        assertThat(layout.adminAddress(Service.ELIGIBILITY)).hasToString("http://127.0.0.1:9082");
        assertThat(layout.databasePort(Service.INQUIRY)).isEqualTo(15433);
    }

    @Test
    void twoCheckoutsRunSideBySide() {
        var layout = Layout.of(CHECKOUT, Map.of("SHIKAKU_DATA", "/data", "SHIKAKU_PORT_BASE", "18081"));

        assertThat(layout.data()).isEqualTo(Path.of("/data"));
        assertThat(layout.port(Service.INQUIRY)).isEqualTo(18083);
        assertThat(layout.adminPort(Service.INQUIRY)).isEqualTo(19083);
        assertThat(layout.databasePort(Service.INQUIRY)).isEqualTo(25433);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "80", "60000", "-1", "99999999999"})
    void aPortBaseThatLeavesNoRoomIsRefused(String base) {
        assertThatThrownBy(() -> Layout.of(CHECKOUT, Map.of("SHIKAKU_PORT_BASE", base)))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining(base);
    }
}
