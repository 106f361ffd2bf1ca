package dk.debitorkonto.adapter.soap;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.Amounts;
import dk.debitorkonto.handling.AnswerReply;
import dk.debitorkonto.handling.Effect;
import dk.debitorkonto.handling.Mode;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.PeerAnswer;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Refusal.Element;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.handling.Reply;
import dk.debitorkonto.handling.Result;
import dk.debitorkonto.handling.Snapshot;
import dk.debitorkonto.handling.Submission;
import dk.debitorkonto.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the desk says in each golden case. */
final class Replies {

    private static final UUID CLAIM = UUID.fromString("8f2c6f7e-1b7d-4a52-8c55-0d9f4e3a1101");
    private static final UUID ACCOUNT = UUID.fromString("3d4b1f0a-5c1e-4c39-9f0e-2a6d1b7c8e01");
    private static final String FINGERPRINT = "4f1d2c3b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f001";

    private Replies() {}

    static Function<Submission, Reply> of(String name) {
        return switch (name) {
            case "gentaget" -> Replies::repeated;
            case "andet-indhold" ->
                submission -> new Reply.OtherContent(submission.content().replace("I_BERO", "TIL_OPKRÆVNING"));
            case "fejl-ctx-01" -> submission -> new Reply.HeaderRefused("CTX-01", "");
            case "fejl-ctx-05" ->
                submission -> new Reply.HeaderRefused("CTX-05", String.valueOf(submission.unavailable()));
            case "fault-aftale" -> submission -> new Reply.NoAgreement();
            case "fault-rute-soap12" -> submission -> new Reply.NoRoute();
            case "fault-intern" ->
                submission -> {
                    throw new IllegalStateException("org.h2.jdbc: the debtor 010160-1234 has gone");
                };
            default -> decided(outcome(name));
        };
    }

    /** What is said of an answer. */
    static Function<PeerAnswer, AnswerReply> ofAnswer(String name) {
        return switch (name) {
            case "modtaget" -> answer -> new AnswerReply.Taken(answer.receipt().get());
            case "gentaget-svar" ->
                answer -> new AnswerReply.TakenBefore(
                        answer.receipt().get().replace("2026-000123", "2026-000100"),
                        Instant.parse("2026-03-01T07:00:00Z"));
            case "ikke-sendt-videre" -> answer -> new AnswerReply.Refused(AnswerReply.Why.WRONG_SENDER, null);
            case "ikke-udsat" -> answer -> new AnswerReply.Refused(AnswerReply.Why.NOT_DEFERRED, null);
            case "besvaret-med-andet-svar" ->
                answer -> new AnswerReply.Refused(AnswerReply.Why.ANSWERED_OTHERWISE, null);
            case "besvaret-anderledes" ->
                answer -> new AnswerReply.Refused(
                        AnswerReply.Why.ANSWERED_OTHERWISE,
                        answer.content().replace("GennemførtStruktur", "EjGennemførtStruktur"));
            case "fejl-ctx-01", "fejl-ctx-03" -> answer -> new AnswerReply.HeaderRefused(code(name), "");
            case "fejl-ctx-05" ->
                answer -> new AnswerReply.HeaderRefused(
                        "CTX-05", String.valueOf(answer.head().unavailable()));
            case "fault-aftale" -> answer -> new AnswerReply.NoAgreement();
            default -> answer -> new AnswerReply.Refused(AnswerReply.Why.REQUEST_UNKNOWN, null);
        };
    }

    private static String code(String name) {
        return name.substring("fejl-".length()).toUpperCase(java.util.Locale.ROOT);
    }

    static Function<Submission, Reply> decided(Outcome outcome) {
        return submission -> new Reply.Decided(outcome, submission.receipt().apply(outcome));
    }

    private static Reply repeated(Submission submission) {
        var stored = submission.receipt().apply(new Outcome.AcceptedWithoutStatus(List.of()));
        return new Reply.DecidedBefore(
                stored.replace("fagsystem-2026-000123", "fagsystem-2026-000100"),
                Instant.parse("2026-03-01T07:00:00Z"));
    }

    private static Outcome outcome(String name) {
        return switch (name) {
            case "afvisning" ->
                new Outcome.Rejected(List.of(
                        Refusal.of(Reason.ACCOUNT_UNKNOWN, Element.TARGET_ACCOUNT, ACCOUNT),
                        Refusal.ofParameter(Reason.PARAMETER_DOES_NOT_FIT, "from", CLAIM),
                        Refusal.of(Reason.CLAIM_TWICE, Element.TARGET_CLAIM, CLAIM)));
            case "ej-gennemfoert" ->
                new Outcome.NotCarriedOut(List.of(
                        Refusal.ofParameter(Reason.NOT_LIABLE, "party", "urn:oio:cpr-nr:6101011234"),
                        Refusal.ofClaim(Reason.AMOUNT_EXCEEDS, CLAIM, new Money(123_456))));
            case "accept-uden-handling-status" -> new Outcome.AcceptedWithoutStatus(List.of());
            case "accept-med-bemaerkning" ->
                new Outcome.AcceptedWithoutStatus(List.of(Remark.of(Remark.Kind.CLAIMS_LEFT_OUT, 3)));
            case "gennemfoert", "gennemfoert-soap12" -> new Outcome.CarriedOut(null, List.of());
            case "gennemfoert-med-bemaerkning" ->
                new Outcome.CarriedOut(
                        null, List.of(Remark.of(Remark.Kind.EFFECT_DATE_MOVED, "2026-01-01", "2026-07-01")));
            case "gennemfoert-med-resultat" -> new Outcome.CarriedOut(result(null), List.of());
            case "gennemfoert-med-sum" ->
                new Outcome.CarriedOut(result(new Result.Sum(amounts(100_000), amounts(90_000))), List.of());
            case "proevekoersel" ->
                new Outcome.CarriedOut(
                        result(null),
                        List.of(Remark.of(Remark.Kind.DRY_RUN), Remark.of(Remark.Kind.PARTLY_COVERED, CLAIM, 1)));
            case "udsat" ->
                new Outcome.Deferred(
                        Outcome.WaitingFor.PERSON,
                        LocalDate.of(2026, 3, 9),
                        LocalDate.of(2026, 4, 1),
                        List.of(Remark.of(Remark.Kind.CLAIMS_LEFT_OUT, 2)));
            default -> new Outcome.Rejected(List.of(Refusal.of(Reason.TYPE_UNKNOWN, Element.HANDLING_TYPE, null)));
        };
    }

    private static Result result(Result.@Nullable Sum sum) {
        return new Result(
                "NEDREGULER_FORDRING",
                Mode.NOW,
                "daekning-2026-1",
                FINGERPRINT,
                sum == null ? 2 : 1001,
                sum == null ? List.of(claim(), account()) : List.of(),
                sum);
    }

    private static Effect claim() {
        return new Effect(
                CLAIM,
                claim(100_000, ClaimState.ON_HOLD, LocalDate.of(2026, 5, 1)),
                claim(90_000, ClaimState.IN_COLLECTION, null));
    }

    private static Snapshot claim(long oere, ClaimState state, @Nullable LocalDate holdTo) {
        return new Snapshot.OfClaim(
                state,
                holdTo,
                amounts(oere),
                ACCOUNT,
                LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 3, 1),
                null,
                CLAIM,
                List.of(
                        new Snapshot.Span(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)),
                        new Snapshot.Span(LocalDate.of(2026, 2, 1), null)));
    }

    private static Effect account() {
        return new Effect(
                ACCOUNT,
                new Snapshot.OfAccount(AccountState.OPEN, Money.ZERO, null),
                new Snapshot.OfAccount(AccountState.OPEN, new Money(5_000), LocalDate.of(2026, 6, 1)));
    }

    private static Amounts amounts(long oere) {
        return new Amounts(
                new Money(oere),
                Money.ZERO,
                new Money(25_000),
                new Money(40_000),
                Money.ZERO,
                new Money(oere - 15_000));
    }
}
