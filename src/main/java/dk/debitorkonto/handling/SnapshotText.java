package dk.debitorkonto.handling;

import org.jspecify.annotations.Nullable;

/** A snapshot as JSON, always with the same fields in the same order: it is kept, shown, and part of a fingerprint. */
final class SnapshotText {

    private final StringBuilder text = new StringBuilder(300).append('{');

    private SnapshotText() {}

    static String of(Snapshot snapshot) {
        var json = new SnapshotText();
        switch (snapshot) {
            case Snapshot.OfClaim claim -> json.claim(claim);
            case Snapshot.OfAccount account ->
                json.with("state", account.state())
                        .with("unusedPayments", account.unused())
                        .with("reminderStopTo", account.reminderStop());
        }
        return json.text.append('}').toString();
    }

    private void claim(Snapshot.OfClaim claim) {
        with("state", claim.state()).with("onHoldTo", claim.onHoldTo());
        var amounts = claim.amounts();
        with("principal", amounts.principal())
                .with("interest", amounts.interest())
                .with("fees", amounts.fees());
        with("covered", amounts.covered())
                .with("writtenOff", amounts.writtenOff())
                .with("rest", amounts.rest());
        with("account", claim.account());
        with("respiteFrom", claim.respiteFrom()).with("respiteTo", claim.respiteTo());
        with("reminderStopTo", claim.reminderStop()).with("relatesTo", claim.relatesTo());
        name("liabilities").append('[');
        for (var span : claim.liabilities()) {
            if (text.charAt(text.length() - 1) != '[') text.append(',');
            text.append("{\"from\":")
                    .append(value(span.from()))
                    .append(",\"to\":")
                    .append(value(span.to()))
                    .append('}');
        }
        text.append(']');
    }

    /** None of the values has a character that JSON escapes: dates, ids, amounts, names of states. */
    private SnapshotText with(String name, @Nullable Object value) {
        name(name).append(value(value));
        return this;
    }

    private StringBuilder name(String name) {
        if (text.length() > 1) text.append(',');
        return text.append('"').append(name).append("\":");
    }

    private static String value(@Nullable Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }
}
