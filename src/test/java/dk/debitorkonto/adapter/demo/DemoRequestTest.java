package dk.debitorkonto.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class DemoRequestTest {

    /** Java leaves seconds out where there are none; the contract's dateTime doesn't. */
    @Test
    void tells_the_seconds_of_a_whole_minute() {
        var request = DemoRequest.of(DemoCast.firstCall(), OffsetDateTime.parse("2026-03-02T08:15:00.123+01:00"));

        assertThat(request).contains("<k:TransaktionsTid>2026-03-02T08:15:00+01:00</k:TransaktionsTid>");
    }
}
