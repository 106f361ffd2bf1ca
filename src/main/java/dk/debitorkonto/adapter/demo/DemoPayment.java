package dk.debitorkonto.adapter.demo;

import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A payment of the demo: what it covers, and what is left of it. */
final class DemoPayment {

    private static final List<String> CHANNELS = List.of("BANK", "BETALINGSSERVICE", "MOBILEPAY");

    private final DemoDocument.Row row;
    private final List<DemoDocument.Row> coverages = new ArrayList<>();
    private Money used = Money.ZERO;

    private DemoPayment(DemoDocument.Row row) {
        this.row = row;
    }

    static DemoPayment on(DemoDocument document, UUID account, UUID id, LocalDate valueDate) {
        return new DemoPayment(document.add("payments")
                .with("id", id)
                .with("account", account)
                .with("valueDate", valueDate)
                .with("channel", CHANNELS.get(valueDate.getDayOfMonth() % CHANNELS.size()))
                .with("reference", "IND-" + id.toString().substring(24)));
    }

    DemoPayment covers(DemoClaim claim, Money amount) {
        coverages.add(DemoDocument.row().with("claim", claim.id).with("amount", amount));
        claim.cover(amount);
        used = used.plus(amount);
        return this;
    }

    /** Ends it: what was used was received, and {@code unused} beside it. */
    void received(Money unused) {
        row.with("amount", used.plus(unused)).with("coverages", coverages);
    }
}
