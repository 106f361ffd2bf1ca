package dk.debitorkonto.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.handling.Variant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What a fresh embedded database is like when its pool's first connections, one of which made the tables, are gone. */
@DemoUnderTest
class RenewedConnectionsTest {

    @Test
    void requests_are_carried_out(@Value("${local.server.port}") int port, @Autowired HikariDataSource pool) {
        assertThat(pool.getJdbcUrl()).startsWith("jdbc:h2:file:");
        pool.getHikariPoolMXBean().softEvictConnections();

        var part = DemoCast.find("STOP_RYKKER", Variant.CLAIMS).orElseThrow().identifiedBy(UUID.randomUUID());
        var time = OffsetDateTime.ofInstant(DemoUnderTest.NOW, ZoneOffset.UTC);
        var reply = new Door(port).post(Door.REQUESTS, DemoRequest.of(part, time));

        assertThat(reply.body()).contains("AcceptUdenHandlingStatusStruktur");
    }
}
