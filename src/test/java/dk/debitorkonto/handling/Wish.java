package dk.debitorkonto.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to the desk of an {@link Office}, in the making. */
final class Wish {
    private final Office office;
    private final String code;
    private final Variant variant;
    private final UUID account;
    private @Nullable UUID target;
    private List<UUID> claims = List.of();
    private List<UUID> targets = List.of();
    private Object parameters = new NoWish();
    private UUID identification = Ids.next();
    private @Nullable String fingerprint;
    private @Nullable LocalDate effectDate;
    private @Nullable LocalDate answerBy;
    private String transaction = "t";
    private boolean dry;

    Wish(Office office, String code, Variant variant, UUID account) {
        this.office = office;
        this.code = code;
        this.variant = variant;
        this.account = account;
    }

    Wish to(UUID targetAccount) {
        target = targetAccount;
        return this;
    }

    Wish claims(UUID... ids) {
        claims = List.of(ids);
        return this;
    }

    Wish targets(UUID... ids) {
        targets = List.of(ids);
        return this;
    }

    Wish with(Object wish) {
        parameters = wish;
        return this;
    }

    Wish identified(UUID id) {
        identification = id;
        return this;
    }

    Wish on(LocalDate date) {
        effectDate = date;
        return this;
    }

    Wish answeredBy(LocalDate date) {
        answerBy = date;
        return this;
    }

    Wish transaction(String id) {
        transaction = id;
        return this;
    }

    Wish onlyIf(String expected) {
        fingerprint = expected;
        return this;
    }

    Reply send() {
        var definition = office.bean(Catalogue.class).find(code).orElseThrow().definition();
        var request = new HandlingRequest(
                identification,
                definition.uuid(),
                variant,
                account,
                target,
                claims,
                targets,
                null,
                null,
                effectDate,
                definition.reasonRequired() ? reasonWithoutText() : null,
                null,
                answerBy,
                new HandlingRequest.Parameters.Read(parameters));
        return office.desk.submit(new Submission(
                Office.SENDER,
                Office.AUTHORITY,
                transaction,
                null,
                null,
                null,
                request,
                code + claims + parameters,
                dry,
                fingerprint,
                outcome -> "<" + outcome.name() + "/>"));
    }

    Outcome outcome() {
        return ((Reply.Decided) send()).outcome();
    }

    Outcome dry() {
        dry = true;
        var outcome = outcome();
        dry = false;
        return outcome;
    }

    Outcome.CarriedOut tried() {
        return (Outcome.CarriedOut) dry();
    }

    private static UUID reasonWithoutText() {
        return CatalogueFiles.reasons().stream()
                .filter(reason -> !reason.textRequired())
                .findFirst()
                .orElseThrow()
                .uuid();
    }
}
