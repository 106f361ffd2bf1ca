package dk.debitorkonto.adapter.demo;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.HandlingReason;
import dk.debitorkonto.handling.Variant;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sets up what one handling type in one variant acts on: its accounts, its claims, and the request's own words.
 *
 * <p>Ids tell what they are: type, then variant (1 E, 2 F, 3 K, 4 M), then 01 account, 02 target account, 11… claims,
 * 21… claims of the target, 31… what belongs to them, 90 the request.
 */
final class DemoStage {

    private static final Map<String, UUID> REASONS = CatalogueFiles.reasons().stream()
            .collect(Collectors.toUnmodifiableMap(HandlingReason::code, HandlingReason::uuid));
    private static final LocalDate REGISTERED = LocalDate.of(2024, 1, 1);
    private static final int ACCOUNT = 1;
    private static final int TARGET = 2;
    private static final int CLAIMS = 11;
    private static final int TARGET_CLAIMS = 21;
    private static final int PARTS = 31;
    private static final int REQUEST = 90;
    private static final int ORIGINAL = 91;

    private final DemoDocument document;
    private final DemoScenes.Scene scene;
    private final DemoDocument.Row account;
    private final List<UUID> claims = new ArrayList<>();
    private final List<UUID> targetClaims = new ArrayList<>();
    private @Nullable UUID target;
    private @Nullable UUID reason;
    private @Nullable LocalDate effectDate;
    private @Nullable String parameters;
    private DemoCast.@Nullable Part original;
    private int parts;

    DemoStage(DemoDocument document, DemoScenes.Scene scene) {
        this.document = document;
        this.scene = scene;
        this.account = account(ACCOUNT, "betaler");
        if (scene.variant().hasTarget()) {
            account(TARGET, "modtager");
            target = id(TARGET);
        }
    }

    private DemoDocument.Row account(int number, String who) {
        return document.add("accounts")
                .with("id", id(number))
                .with("authority", DemoCast.MUNICIPALITY)
                .with("caseSystem", DemoCast.CASE_SYSTEM)
                .with("debtor", debtor(number))
                .with("title", scene.code() + " " + scene.variant().letter() + ", " + who)
                .with("kle", "28.77.00")
                .with("registered", REGISTERED);
    }

    /** A person who doesn't exist, day of birth + 60, a number of its own for each account. */
    String debtor(int number) {
        return "urn:oio:cpr-nr:61%02d%02d%d%03d"
                .formatted(1 + scene.number() % 12, 50 + scene.number(), 4, number(number));
    }

    private UUID id(int number) {
        return DemoCast.id(scene.number(), number(number));
    }

    private int number(int number) {
        return (scene.variant().ordinal() + 1) * 100 + number;
    }

    DemoClaim claim(YearMonth month, long kroner) {
        return claim(month, kroner, "DAGINSTITUTION");
    }

    DemoClaim claim(YearMonth month, long kroner, String type) {
        var id = id(CLAIMS + claims.size());
        claims.add(id);
        return claim(id, new DemoClaim.Of(id(ACCOUNT), type, text(month), month), kroner);
    }

    DemoClaim targetClaim(YearMonth month, long kroner) {
        var id = id(TARGET_CLAIMS + targetClaims.size());
        targetClaims.add(id);
        return claim(id, new DemoClaim.Of(id(TARGET), "DAGINSTITUTION", text(month), month), kroner);
    }

    private DemoClaim claim(UUID id, DemoClaim.Of of, long kroner) {
        var claim = new DemoClaim(document, id, of, kr(kroner), this::nextPart);
        return of.month().getYear() == 2025
                ? claim.notice(Notice.Kind.INVOICE, of.month().atDay(1))
                : claim;
    }

    private UUID nextPart() {
        return id(PARTS + parts++);
    }

    private static String text(YearMonth month) {
        return "Eksempel, " + month;
    }

    void state(AccountState state) {
        account.with("state", state);
    }

    void unused(long kroner, LocalDate valueDate) {
        DemoPayment.on(document, id(ACCOUNT), nextPart(), valueDate).received(kr(kroner));
    }

    /** @param children of the parameter element, with the prefix h */
    void parameters(String element, String children) {
        parameters = "<h:%s xmlns:h=\"urn:debitorkonto:handling:1\">%s</h:%s>".formatted(element, children, element);
    }

    void reason(String code) {
        reason = REASONS.get(code);
    }

    void effectDate(LocalDate date) {
        effectDate = date;
    }

    /** The request is to undo another, of the same accounts and claims, with the parameters given so far. */
    void undoes(String code) {
        original = part(code, id(ORIGINAL));
        parameters("TilbageførHandling", "<h:AnmodningIdentifikation>" + id(ORIGINAL) + "</h:AnmodningIdentifikation>");
    }

    DemoCast.Part part() {
        return part(scene.code(), id(REQUEST));
    }

    private DemoCast.Part part(String code, UUID identification) {
        return new DemoCast.Part(
                code,
                scene.variant(),
                identification,
                id(ACCOUNT),
                target,
                scene.variant().listsClaims() ? List.copyOf(claims) : List.of(),
                scene.variant() == Variant.BETWEEN_CLAIMS ? List.copyOf(targetClaims) : List.of(),
                reason,
                effectDate,
                parameters,
                original);
    }

    static Money kr(long kroner) {
        return new Money(Math.multiplyExact(kroner, 100L));
    }

    /** Claims that are recovered, or were given up, have come a long way. */
    static DemoClaim inRecovery(DemoClaim claim) {
        return claim.reminded(kr(250), claim.dueDate.plusDays(30)).state(ClaimState.IN_RECOVERY);
    }
}
