package dk.debitorkonto.adapter.demo;

import static dk.debitorkonto.adapter.demo.DemoStage.kr;

import dk.debitorkonto.claim.ClaimType;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The many accounts of the demo, the same at each making. Two in a row are a pair: what the one owes the other owes too, of
 * the same type and month, so that what goes between corresponding claims has somewhere to go.
 */
final class DemoMass {

    private static final int ACCOUNTS = 280;
    private static final long SEED = 20_261_115;
    private static final YearMonth FIRST = YearMonth.of(2025, 7);
    private static final int MONTHS = 19;

    private final DemoDocument document;
    private final Random random = new Random(SEED);
    private final List<ClaimType> types = List.copyOf(new TreeMap<>(CatalogueFiles.readClaimTypes()).values());
    private int parts;

    private DemoMass(DemoDocument document) {
        this.document = document;
    }

    static void into(DemoDocument document) {
        var mass = new DemoMass(document);
        for (var number = 0; number < ACCOUNTS; number++) mass.account(number);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(("debitorkonto:demo:" + name).getBytes(StandardCharsets.UTF_8));
    }

    private UUID nextPart() {
        return named("part:" + parts++);
    }

    private void account(int number) {
        var pair = number / 2;
        var pairing = DemoSystems.PAIRINGS.get(pair % DemoSystems.PAIRINGS.size());
        var type = types.get(pair % types.size());
        var state = state(number);
        var id = named("account:" + number);
        var debtor = debtor(number, pair % 12 == 5);
        document.add("accounts")
                .with("id", id)
                .with("authority", pairing.authority())
                .with("caseSystem", pairing.caseSystem())
                .with("debtor", debtor)
                .with("title", type.title() + " " + (1_000 + number))
                .with("kle", type.kle())
                .with("state", state)
                .with("registered", pair % 4 == 0 ? null : LocalDate.of(2020 + pair % 5, 1 + pair % 12, 1));
        var claims = claims(number, id, type, state == AccountState.CLOSED);
        if (pair % 9 == 4) claims.forEach(claim -> jointly(claim, debtor, number));
        if (state == AccountState.OPEN) money(number, id, claims);
    }

    private static AccountState state(int number) {
        return switch (number % 40) {
            case 18 -> AccountState.CLOSED;
            case 26 -> AccountState.HANDED_OVER;
            default -> AccountState.OPEN;
        };
    }

    /** Nobody's: the day of birth is past the end of a month, or the number of the company has no check digit. */
    private static String debtor(int number, boolean company) {
        return company
                ? "urn:oio:cvr-nr:" + (90_000_000 + number)
                : "urn:oio:cpr-nr:%02d%02d%02d%04d"
                        .formatted(61 + number % 28, 1 + number % 12, 40 + number % 60, 1_000 + number);
    }

    private List<DemoClaim> claims(int number, UUID account, ClaimType type, boolean settled) {
        var pair = number / 2;
        var count = 11 + pair % 8;
        var first = FIRST.plusMonths(pair % (MONTHS - count + 1));
        var monthly = kr(150 + 75L * (pair % 40)).plus(new Money(pair % 4 * 25L));
        var claims = new ArrayList<DemoClaim>();
        for (var month = first; month.isBefore(first.plusMonths(count)); month = month.plusMonths(1)) {
            var of = new DemoClaim.Of(account, type.code(), type.title() + ", " + month, month);
            if (settled && month.atDay(20).isAfter(DemoFates.AS_OF)) break;
            var claim = new DemoClaim(document, named("claim:" + number + ":" + month), of, monthly, this::nextPart);
            if (!DemoFates.isOld(claim) && !claim.dueDate.isAfter(DemoFates.AS_OF))
                claim.notice(Notice.Kind.INVOICE, month.atDay(1));
            if (settled) DemoFates.paid(claim, random);
            else DemoFates.befall(claim, random);
            if (number % 11 == 3 && claims.size() > 1) claim.relatesTo(claims.getFirst());
            claims.add(claim);
        }
        return claims;
    }

    private void jointly(DemoClaim claim, String debtor, int number) {
        claim.liable(debtor);
        claim.liable(
                "urn:oio:cpr-nr:%02d%02d%02d%04d".formatted(88 - number % 28, 12 - number % 12, 70, 2_000 + number));
    }

    /** Money that came in without a claim to go to, and some that went to several. */
    private void money(int number, UUID account, List<DemoClaim> claims) {
        if (number % 5 == 1) {
            var payment = DemoPayment.on(document, account, nextPart(), DemoFates.AS_OF.minusDays(number % 90));
            claims.stream()
                    .filter(claim -> claim.rest().exceeds(kr(90)) && !claim.dueDate.isAfter(DemoFates.AS_OF))
                    .limit(3)
                    .forEach(claim -> payment.covers(claim, kr(50)));
            payment.received(kr(10 + number));
        }
        if (number % 7 == 2)
            DemoPayment.on(document, account, nextPart(), DemoFates.AS_OF.minusDays(number % 200))
                    .received(kr(100 + 20L * (number % 50)));
    }
}
