package dk.debitorkonto.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a connection is, by what the driver says: P gives a text, with a name or none, B and E call it. */
class TalkTest {

    private static final String BEGIN = "P\0BEGIN\0B\0\0E\0";
    private static final String COMMIT = "P\0COMMIT\0B\0\0E\0";
    private static final String ENTRY = "insert into entry (id) values ($1)";
    private static final String REQUEST = "insert into request (id) values ($1)";

    private final Talk talk = new Talk();

    @Test
    void a_statement_is_come_to_when_it_is_said() {
        assertThat(says(BEGIN, Point.BOOKING)).isFalse();
        assertThat(says(parsed("", REQUEST), Point.BOOKING)).isFalse();
        assertThat(says(parsed("", ENTRY), Point.BOOKING)).isTrue();
    }

    @Test
    void a_statement_that_has_a_name_is_come_to_when_the_name_is_called() {
        says(BEGIN + parsed("S_3", ENTRY) + parsed("S_31", "select 1") + COMMIT, null);

        assertThat(says(BEGIN + called("S_31"), Point.BOOKING)).isFalse();
        assertThat(says(called("S_3"), Point.BOOKING)).isTrue();
    }

    @Test
    void a_commit_is_come_to_after_its_statement_and_before_it_is_passed_on() {
        says(BEGIN, Point.DECIDED);
        assertThat(says(parsed("", REQUEST), Point.DECIDED)).isFalse();
        assertThat(says(COMMIT, Point.DECIDED)).isTrue();
    }

    @Test
    void a_commit_of_another_transaction_is_not_come_to() {
        says(BEGIN + parsed("", REQUEST), Point.RECEIPT_KEPT);
        says(COMMIT, Point.RECEIPT_KEPT);
        assertThat(says(BEGIN + parsed("", ENTRY), Point.RECEIPT_KEPT)).isFalse();
        assertThat(says(COMMIT, Point.RECEIPT_KEPT)).isFalse();
    }

    @Test
    void a_transaction_that_was_rolled_back_is_forgotten_when_the_next_begins() {
        says(BEGIN + parsed("", REQUEST), Point.DECIDED);
        says("P\0ROLLBACK\0B\0\0E\0", Point.DECIDED);
        says(BEGIN, Point.DECIDED);
        assertThat(says(COMMIT, Point.DECIDED)).isFalse();
    }

    @Test
    void what_was_said_before_a_point_was_set_does_not_count() {
        says(BEGIN + parsed("", REQUEST), null);
        assertThat(says(COMMIT, Point.DECIDED)).isFalse();
    }

    private boolean says(String said, @Nullable Point point) {
        var piece = said.getBytes(StandardCharsets.ISO_8859_1);
        return talk.comesTo(piece, piece.length, point);
    }

    private static String parsed(String name, String text) {
        return "P" + name + "\0" + text + "\0" + called(name);
    }

    private static String called(String name) {
        return "B\0" + name + "\0E\0";
    }
}
