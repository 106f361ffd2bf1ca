package dk.debitorkonto.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class DemoRequestTest {

    @Test
    void tells_the_time_with_seconds_though_they_are_nil() {
        var envelope = DemoRequest.of(DemoCast.firstCall(), OffsetDateTime.parse("2026-11-24T17:39:00.123+01:00"));

        assertThat(envelope).contains("<k:TransaktionsTid>2026-11-24T17:39:00+01:00</k:TransaktionsTid>");
    }
}
