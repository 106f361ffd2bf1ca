package dk.debitorkonto.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dk.debitorkonto.faults.Evidence.Asked;
import dk.debitorkonto.faults.Evidence.Delivered;
import dk.debitorkonto.faults.Evidence.Kind;
import dk.debitorkonto.faults.Evidence.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Says what is wrong with the evidence of a run, from nothing but the evidence. */
final class Checker {

    private static final String CARRIED_OUT = "CARRIED_OUT";
    private static final String NOT_CARRIED_OUT = "NOT_CARRIED_OUT";
    /** An answer whose receipt can't be known to be written waits so long. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private final Evidence evidence;
    private final Map<UUID, Row> rows;
    private final Map<UUID, Asked> journal;
    private final List<String> faults = new ArrayList<>();

    private Checker(Evidence evidence) {
        this.evidence = evidence;
        this.rows = evidence.rows().stream().collect(toMap(Row::request, row -> row, (one, _) -> one));
        this.journal = evidence.journal().stream().collect(toMap(Asked::request, asked -> asked));
    }

    /** All that is wrong, one sentence each; none where everything is as it has to be. */
    static List<String> faults(Evidence evidence) {
        var checker = new Checker(evidence);
        evidence.journal().forEach(checker::receipts);
        evidence.journal().forEach(checker::row);
        checker.strangers();
        checker.rivals();
        checker.deliveries();
        checker.books();
        return List.copyOf(checker.faults);
    }

    private void must(boolean holds, String otherwise, Object about) {
        if (!holds) faults.add(otherwise + ": " + about);
    }

    private void receipts(Asked asked) {
        must(!asked.receipts().isEmpty(), "never acknowledged", asked);
        must(new HashSet<>(asked.receipts()).size() <= 1, "receipt changed on repeat", asked);
        for (var receipt : asked.receipts())
            must(receipt.structure().equals(asked.kind().receipt), "wrong receipt", asked);
    }

    private void row(Asked asked) {
        var row = rows.get(asked.request());
        if (row == null) {
            must(asked.receipts().isEmpty(), "acknowledged request lost", asked);
            return;
        }
        switch (asked.kind()) {
            case NOW -> must(row.outcome().equals(CARRIED_OUT), "acknowledged and not carried out", row);
            case REFUSED -> must(row.outcome().equals(NOT_CARRIED_OUT), "refused and something else", row);
            case LATER -> later(asked, row);
        }
        effect(asked, row);
        var answers = asked.kind() == Kind.LATER ? 1 : 0;
        must(row.messages() == answers, "has " + row.messages() + " answers, not " + answers, row);
    }

    private void later(Asked asked, Row row) {
        must(Set.of(CARRIED_OUT, NOT_CARRIED_OUT).contains(row.outcome()), "put off without end", row);
        must(row.answer().equals("ACCEPTED"), "answer not accepted in the end", row);
        if (row.outcome().equals(CARRIED_OUT))
            must(row.seenBy() >= asked.persons(), "carried out though too few have seen what", row);
        var moments = row.moments();
        if (moments.received() == null || moments.firstTry() == null) return;
        var earliest = moments.received().plus(UNTOLD);
        if (moments.told() != null && moments.told().isBefore(earliest)) earliest = moments.told();
        must(!moments.firstTry().isBefore(earliest), "answer sent before its receipt", row);
    }

    private void effect(Asked asked, Row row) {
        var isDone = row.outcome().equals(CARRIED_OUT);
        must(row.entries() == (isDone ? 1 : 0), "has " + row.entries() + " entries", row);
        var amount = Math.abs(asked.amount());
        must(row.posted() == (isDone ? amount : 0), "posted other than " + amount, row);
    }

    private void strangers() {
        must(
                rows.size() == evidence.rows().size(),
                "a request is kept twice",
                evidence.rows().size());
        for (var row : evidence.rows()) must(journal.containsKey(row.request()), "nobody asked for it", row);
    }

    private void rivals() {
        evidence.journal().stream()
                .filter(asked -> asked.kind() == Kind.LATER)
                .collect(groupingBy(Asked::claim))
                .forEach((claim, asked) -> must(
                        asked.stream()
                                        .map(each -> rows.get(each.request()))
                                        .filter(Checker::isDone)
                                        .count()
                                == 1,
                        "not once carried out what can be once",
                        claim));
    }

    private static boolean isDone(@org.jspecify.annotations.Nullable Row row) {
        return row != null && row.outcome().equals(CARRIED_OUT);
    }

    private void deliveries() {
        var byRequest = evidence.delivered().stream().collect(groupingBy(Delivered::request));
        byRequest.forEach(this::delivered);
        for (var row : evidence.rows())
            if (row.answer().equals("ACCEPTED")) must(byRequest.containsKey(row.request()), "accepted by nobody", row);
    }

    private void delivered(UUID request, List<Delivered> all) {
        var asked = journal.get(request);
        must(
                asked != null && asked.kind() == Kind.LATER && !asked.receipts().isEmpty(),
                "answer without receipt",
                request);
        must(all.stream().map(Delivered::answer).distinct().count() == 1, "answered twice", request);
        must(all.stream().map(Delivered::body).distinct().count() == 1, "answered in other words", request);
        var row = rows.get(request);
        if (row == null) {
            must(false, "answer to an unknown request", request);
            return;
        }
        var word = row.outcome().equals(CARRIED_OUT) ? "HandlingGennemført" : "HandlingEjGennemført";
        for (var each : all) {
            must(each.answer().equals(row.message()), "another answer than the kept one", row);
            must(each.structure().startsWith(word), "answer says other than the books", row);
        }
    }

    private void books() {
        var books = evidence.books();
        var effects = evidence.journal().stream()
                .filter(asked -> isDone(rows.get(asked.request())))
                .mapToLong(Asked::amount)
                .sum();
        must(books.restBefore() - books.restAfter() == effects, "rest doesn't fit effects of " + effects, books);
        must(books.proofHolds(), "the proof doesn't hold", books);
        must(books.unsealed() == 0, "unsealed entries", books);
        must(books.locks() == 0, "something is locked", books);
        must(books.alarms().isEmpty(), "alarm without a cause", books);
    }
}
