package dk.debitorkonto.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.outbox.Delivery.State;
import dk.debitorkonto.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that have waited for as long as any is tried. */
class OutlivedTest {

    private static final String ADDRESS = "http://a/svar";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void all_are_parked_though_their_receiver_was_tried_with_few_of_them(TestDatabase database) throws Exception {
        var partner = new Partner();
        partner.says(ADDRESS, Attempt.Result.FAILED);
        try (var depot = new Depot(database);
                var couriers = depot.couriers(partner)) {
            var receiver = depot.caseSystem(ADDRESS);
            var messages = new ArrayList<UUID>();
            for (var n = 0; n < 300; n++) messages.add(depot.message(receiver));
            depot.advance(Duration.ZERO, couriers);

            depot.advance(Duration.ofDays(14), couriers);
            depot.advance(Duration.ofMinutes(1), couriers);

            assertThat(messages).allMatch(each -> depot.state(each) == State.PARKED);
            assertThat(partner.sent).hasSizeLessThan(20);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void one_that_waited_because_we_were_away_is_tried(TestDatabase database) throws Exception {
        try (var depot = new Depot(database);
                var couriers = depot.couriers(new Partner())) {
            var message = depot.message(depot.caseSystem(ADDRESS));

            depot.advance(Duration.ofDays(15), couriers);

            assertThat(depot.state(message)).isEqualTo(State.ACCEPTED);
        }
    }
}
