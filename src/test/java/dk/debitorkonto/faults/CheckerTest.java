package dk.debitorkonto.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.faults.Evidence.Asked;
import dk.debitorkonto.faults.Evidence.Books;
import dk.debitorkonto.faults.Evidence.Delivered;
import dk.debitorkonto.faults.Evidence.Kind;
import dk.debitorkonto.faults.Evidence.Moments;
import dk.debitorkonto.faults.Evidence.Receipt;
import dk.debitorkonto.faults.Evidence.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker finds each planted bug, and nothing where there is none. */
class CheckerTest {

    private static final UUID NOW = new UUID(0, 1);
    private static final UUID REFUSED = new UUID(0, 2);
    private static final UUID LATER = new UUID(0, 3);
    private static final UUID RIVAL = new UUID(0, 4);
    private static final UUID CLAIM = new UUID(1, 1);
    private static final Instant TOLD = Instant.parse("2026-11-24T08:00:00Z");
    private static final Moments NEVER = new Moments(null, null, null);
    private static final Moments IN_ORDER = new Moments(TOLD, TOLD.minusSeconds(1), TOLD.plusSeconds(1));

    private static final Evidence SOUND = new Evidence(
            List.of(
                    asked(NOW, Kind.NOW, 100, 0),
                    asked(REFUSED, Kind.REFUSED, 900, 0),
                    asked(LATER, Kind.LATER, 50, 2),
                    asked(RIVAL, Kind.LATER, 50, 2)),
            List.of(
                    new Row(NOW, "CARRIED_OUT", "NONE", null, 0, 1, 100, 0, NEVER),
                    new Row(REFUSED, "NOT_CARRIED_OUT", "NONE", null, 0, 0, 0, 0, NEVER),
                    later(1, 50, 2, IN_ORDER),
                    new Row(RIVAL, "NOT_CARRIED_OUT", "ACCEPTED", answer(RIVAL), 1, 0, 0, 0, IN_ORDER)),
            List.of(
                    delivered(answer(LATER), LATER, "HandlingGennemførtStruktur"),
                    delivered(answer(LATER), LATER, "HandlingGennemførtStruktur"),
                    delivered(answer(RIVAL), RIVAL, "HandlingEjGennemførtStruktur")),
            books(850, true, 0, 0));

    private static Asked asked(UUID request, Kind kind, long amount, int persons) {
        return new Asked(
                request, kind, CLAIM, amount, persons, List.of(receipt(kind, "08:00"), receipt(kind, "08:00")));
    }

    private static Receipt receipt(Kind kind, String decidedAt) {
        return new Receipt(kind.receipt, decidedAt);
    }

    private static Row later(int messages, long posted, int seenBy, Moments moments) {
        return new Row(LATER, "CARRIED_OUT", "ACCEPTED", answer(LATER), messages, 1, posted, seenBy, moments);
    }

    private static UUID answer(UUID request) {
        return new UUID(9, request.getLeastSignificantBits());
    }

    private static Delivered delivered(UUID answer, UUID request, String structure) {
        return new Delivered(answer, request, structure, structure);
    }

    private static Books books(long restAfter, boolean proof, long unsealed, long locks) {
        return new Books(1_000, restAfter, proof, unsealed, locks, List.of());
    }

    @Test
    void finds_nothing_wrong_with_a_sound_run() {
        assertThat(Checker.faults(SOUND)).isEmpty();
    }

    @Test
    void an_undo_raises_the_rest_by_what_it_books() {
        var undone = new UUID(0, 5);
        var journal = new ArrayList<>(SOUND.journal());
        journal.add(asked(undone, Kind.NOW, -100, 0));
        var rows = new ArrayList<>(SOUND.rows());
        rows.add(new Row(undone, "CARRIED_OUT", "NONE", null, 0, 1, 100, 0, NEVER));

        assertThat(Checker.faults(new Evidence(journal, rows, SOUND.delivered(), books(950, true, 0, 0))))
                .isEmpty();
        assertThat(Checker.faults(new Evidence(journal, rows, SOUND.delivered(), SOUND.books())))
                .singleElement()
                .asString()
                .startsWith("rest doesn't fit effects of 50");
    }

    @ParameterizedTest
    @MethodSource
    void finds_what_is_planted(String fault, Evidence evidence) {
        assertThat(Checker.faults(evidence)).anyMatch(each -> each.startsWith(fault));
    }

    static Stream<Arguments> finds_what_is_planted() {
        return Stream.of(inReceipts(), inRows(), inLateRows(), inDeliveries(), inBooks())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> inReceipts() {
        return Stream.of(
                Arguments.of("never acknowledged", receipts(NOW, List.of())),
                Arguments.of(
                        "receipt changed on repeat",
                        receipts(NOW, List.of(receipt(Kind.NOW, "08:00"), receipt(Kind.NOW, "08:01")))),
                Arguments.of("wrong receipt", receipts(NOW, List.of(receipt(Kind.REFUSED, "08:00")))),
                Arguments.of("answer without receipt", receipts(LATER, List.of())));
    }

    private static Stream<Arguments> inRows() {
        return Stream.of(
                Arguments.of("acknowledged request lost", rows(NOW)),
                Arguments.of("posted other than 100", rows(NOW, now("CARRIED_OUT", 0, 1, 0))),
                Arguments.of("posted other than 100", rows(NOW, now("CARRIED_OUT", 0, 1, 99))),
                Arguments.of("has 2 entries", rows(NOW, now("CARRIED_OUT", 0, 2, 100))),
                Arguments.of("has 1 answers, not 0", rows(NOW, now("CARRIED_OUT", 1, 1, 100))),
                Arguments.of("acknowledged and not carried out", rows(NOW, now("NOT_CARRIED_OUT", 0, 0, 0))),
                Arguments.of(
                        "a request is kept twice",
                        rows(NOW, now("CARRIED_OUT", 0, 1, 100), now("CARRIED_OUT", 0, 1, 100))),
                Arguments.of(
                        "posted other than 900",
                        rows(REFUSED, new Row(REFUSED, "NOT_CARRIED_OUT", "NONE", null, 0, 1, 900, 0, NEVER))),
                Arguments.of(
                        "nobody asked for it",
                        rows(UUID.randomUUID(), new Row(CLAIM, "CARRIED_OUT", "NONE", null, 0, 1, 1, 0, NEVER))));
    }

    private static Row now(String outcome, int messages, int entries, long posted) {
        return new Row(NOW, outcome, "NONE", null, messages, entries, posted, 0, NEVER);
    }

    private static Stream<Arguments> inLateRows() {
        var early = new Moments(TOLD, TOLD.minusSeconds(1), TOLD.minusMillis(1));
        var untold = new Moments(null, TOLD, TOLD.plusSeconds(59));
        return Stream.of(
                Arguments.of(
                        "put off without end",
                        rows(LATER, new Row(LATER, "DEFERRED", "NONE", null, 0, 0, 0, 0, NEVER))),
                Arguments.of(
                        "answer not accepted in the end",
                        rows(LATER, new Row(LATER, "CARRIED_OUT", "SENT", answer(LATER), 1, 1, 50, 2, IN_ORDER))),
                Arguments.of("has 2 answers, not 1", rows(LATER, later(2, 50, 2, IN_ORDER))),
                Arguments.of("posted other than 50", rows(LATER, later(1, 51, 2, IN_ORDER))),
                Arguments.of("carried out though too few", rows(LATER, later(1, 50, 1, IN_ORDER))),
                Arguments.of("answer sent before its receipt", rows(LATER, later(1, 50, 2, early))),
                Arguments.of("answer sent before its receipt", rows(LATER, later(1, 50, 2, untold))),
                Arguments.of(
                        "not once carried out",
                        rows(RIVAL, new Row(RIVAL, "CARRIED_OUT", "ACCEPTED", answer(RIVAL), 1, 1, 50, 2, IN_ORDER))));
    }

    private static Stream<Arguments> inDeliveries() {
        return Stream.of(
                Arguments.of("answered twice", delivered(delivered(CLAIM, LATER, "HandlingGennemførtStruktur"))),
                Arguments.of(
                        "another answer than the kept one",
                        delivered(delivered(CLAIM, LATER, "HandlingGennemførtStruktur"))),
                Arguments.of(
                        "answered in other words",
                        delivered(new Delivered(answer(LATER), LATER, "HandlingGennemførtStruktur", "other words"))),
                Arguments.of(
                        "answer says other than the books",
                        delivered(delivered(answer(RIVAL), RIVAL, "HandlingGennemførtStruktur"))),
                Arguments.of(
                        "answer without receipt", delivered(delivered(answer(NOW), NOW, "HandlingGennemførtStruktur"))),
                Arguments.of("answer to an unknown request", delivered(delivered(CLAIM, CLAIM, ""))),
                Arguments.of(
                        "accepted by nobody", new Evidence(SOUND.journal(), SOUND.rows(), List.of(), SOUND.books())));
    }

    private static Stream<Arguments> inBooks() {
        return Stream.of(
                Arguments.of("rest doesn't fit", with(books(849, true, 0, 0))),
                Arguments.of("the proof doesn't hold", with(books(850, false, 0, 0))),
                Arguments.of("unsealed entries", with(books(850, true, 1, 0))),
                Arguments.of("something is locked", with(books(850, true, 0, 1))),
                Arguments.of("alarm without a cause", with(new Books(1_000, 850, true, 0, 0, List.of("TASK_PARKED")))));
    }

    private static Evidence receipts(UUID request, List<Receipt> receipts) {
        UnaryOperator<Asked> changed = asked -> asked.request().equals(request)
                ? new Asked(request, asked.kind(), asked.claim(), asked.amount(), asked.persons(), receipts)
                : asked;
        return new Evidence(
                SOUND.journal().stream().map(changed).toList(), SOUND.rows(), SOUND.delivered(), SOUND.books());
    }

    /** Sound but for the rows of one request. */
    private static Evidence rows(UUID request, Row... instead) {
        var rows = new ArrayList<>(SOUND.rows());
        rows.removeIf(row -> row.request().equals(request));
        rows.addAll(List.of(instead));
        return new Evidence(SOUND.journal(), rows, SOUND.delivered(), SOUND.books());
    }

    private static Evidence delivered(Delivered more) {
        var delivered = new ArrayList<>(SOUND.delivered());
        delivered.add(more);
        return new Evidence(SOUND.journal(), SOUND.rows(), delivered, SOUND.books());
    }

    private static Evidence with(Books books) {
        return new Evidence(SOUND.journal(), SOUND.rows(), SOUND.delivered(), books);
    }
}
