package dk.debitorkonto.adapter.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The addresses that an import takes. */
class AddressesTest {

    private static Row row(String address) {
        var node = JsonMapper.shared().createObjectNode().put("callback", address);
        return Row.of(node, "/caseSystems/0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9090/svar",
                "https://fagsystem.example.dk/svar?x=1",
                "HTTP://my_host:80/",
                "http://[::1]:9090/svar",
                "/testbench/case-system"
            })
    void can_be_sent_to(String address) {
        assertThat(row(address).address("callback")).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "ftp://127.0.0.1/x",
                "file:///etc/passwd",
                "http:///x",
                "http://127.0.0.1:99999/",
                "http://127.0.0.1/a b",
                "   ",
                "mailto:x@example.dk"
            })
    void or_are_refused(String address) {
        assertThatThrownBy(() -> row(address).address("callback"))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.pointer()).isEqualTo("/caseSystems/0/callback"));
    }
}
