package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.handling.Change;
import dk.debitorkonto.ledger.Posting;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Keeps what postings add up to: charges, the balances of claims and payments, coverages. */
final class KeptMoney {

    private static final ManyRows.Statement NEW_BALANCE = ManyRows.Statement.insert(
                    "claim_balance (authority, claim, family, charged, reduced, covered, written_off)",
                    "text",
                    "uuid",
                    "text",
                    "int8",
                    "int8",
                    "int8",
                    "int8")
            .unlessThere();
    private static final ManyRows.Statement BALANCE =
            new ManyRows.Statement("""
                update claim_balance
                   set charged = charged + ?, reduced = reduced + ?, covered = covered + ?, written_off = written_off + ?
                 where authority = ? and claim = ? and family = ?
                """, """
                    update claim_balance b
                       set charged = b.charged + more.charged, reduced = b.reduced + more.reduced,
                           covered = b.covered + more.covered, written_off = b.written_off + more.written_off
                      from unnest(?, ?, ?, ?, ?, ?, ?) more (charged, reduced, covered, written_off, authority, claim, family)
                     where b.authority = more.authority and b.claim = more.claim and b.family = more.family
                    """, "int8", "int8", "int8", "int8", "text", "uuid", "text");
    private static final ManyRows.Statement NEW_UNUSED = ManyRows.Statement.insert(
                    "payment_balance (authority, payment, account, unused)", "text", "uuid", "uuid", "int8")
            .unlessThere();
    private static final ManyRows.Statement UNUSED = new ManyRows.Statement(
            "update payment_balance set unused = unused + ? where authority = ? and payment = ? and account = ?",
            """
            update payment_balance b
               set unused = b.unused + more.unused
              from unnest(?, ?, ?, ?) more (unused, authority, payment, account)
             where b.authority = more.authority and b.payment = more.payment and b.account = more.account
            """,
            "int8",
            "text",
            "uuid",
            "uuid");
    private static final ManyRows.Statement NEW_COVERAGE = ManyRows.Statement.insert(
                    "coverage (authority, payment, claim, family, amount)", "text", "uuid", "uuid", "text", "int8")
            .unlessThere();
    private static final ManyRows.Statement COVERAGE =
            new ManyRows.Statement("""
                update coverage set amount = amount + ? where authority = ? and payment = ? and claim = ? and family = ?
                """, """
                    update coverage c
                       set amount = c.amount + more.amount
                      from unnest(?, ?, ?, ?, ?) more (amount, authority, payment, claim, family)
                     where c.authority = more.authority and c.payment = more.payment and c.claim = more.claim
                       and c.family = more.family
                    """, "int8", "text", "uuid", "uuid", "text");
    private static final ManyRows.Statement CHARGE = ManyRows.Statement.insert(
            "charge (authority, id, claim, family, accrued, amount, reduced, undone)",
            "text",
            "uuid",
            "uuid",
            "text",
            "date",
            "int8",
            "int8",
            "bool");
    private static final ManyRows.Statement CHARGE_REDUCED = new ManyRows.Statement(
            "update charge set reduced = reduced + ? where authority = ? and id = ?", """
                update charge c
                   set reduced = c.reduced + more.reduced
                  from unnest(?, ?, ?) more (reduced, authority, id)
                 where c.authority = more.authority and c.id = more.id
                """, "int8", "text", "uuid");
    private static final ManyRows.Statement CHARGE_UNDONE = new ManyRows.Statement(
            "update charge set undone = true where authority = ? and id = ?", """
                update charge c
                   set undone = true
                  from unnest(?, ?) taken (authority, id)
                 where c.authority = taken.authority and c.id = taken.id
                """, "text", "uuid");

    private record OfFamily(UUID claim, String family) {}

    private record Seat(UUID payment, UUID account) {}

    private record Use(UUID payment, UUID claim, String family) {}

    private record NewCharge(UUID id, OfFamily of, LocalDate accrued, long amount) {}

    private final Writes writes;
    private final String authority;

    KeptMoney(Writes writes, String authority) {
        this.writes = writes;
        this.authority = authority;
    }

    void keep(List<Books.Line> moves) {
        charges(moves);
        balances(moves);
        payments(moves);
    }

    private void charges(List<Books.Line> moves) {
        var made = new ArrayList<NewCharge>();
        var undone = new ArrayList<UUID>();
        var reduced = new LinkedHashMap<UUID, Long>();
        for (var line : moves) {
            var posting = line.posting();
            var about = posting.about();
            if (about == null) continue;
            var accrued = ((Change.Moves) line.change()).accrued();
            if (accrued != null)
                made.add(new NewCharge(
                        about,
                        family(posting.debit()),
                        accrued,
                        posting.amount().oere()));
            else if (posting.credit().kind() == PotKind.CHARGED) undone.add(about);
            else reduced.merge(about, posting.raises(potOf(posting, PotKind.REDUCED)), Long::sum);
        }
        write(made);
        writes.update(CHARGE_UNDONE, undone, id -> new Object[] {authority, id});
        shift(CHARGE_REDUCED, reduced, each -> new Object[] {each.getValue(), authority, each.getKey()});
    }

    private void write(List<NewCharge> made) {
        writes.insert(CHARGE, made, charge -> new Object[] {
            authority,
            charge.id(),
            charge.of().claim(),
            charge.of().family(),
            charge.accrued(),
            charge.amount(),
            0L,
            false
        });
        var families = made.stream().map(NewCharge::of).distinct().toList();
        writes.insert(NEW_BALANCE, families, of -> new Object[] {authority, of.claim(), of.family(), 0L, 0L, 0L, 0L});
    }

    private void balances(List<Books.Line> moves) {
        var deltas = new LinkedHashMap<OfFamily, long[]>();
        for (var line : moves)
            for (var pot : line.posting().pots())
                if (pot.kind().isOfSubject() && pot.kind() != PotKind.UNUSED)
                    deltas.computeIfAbsent(family(pot), of -> new long[4])[figure(pot.kind())] +=
                            line.posting().raises(pot);
        writes.update(BALANCE, List.copyOf(deltas.entrySet()), each -> {
            var by = each.getValue();
            return new Object[] {
                by[0],
                by[1],
                by[2],
                by[3],
                authority,
                each.getKey().claim(),
                each.getKey().family()
            };
        });
    }

    /** The figure's place among the columns of a balance. */
    private static int figure(PotKind kind) {
        return switch (kind) {
            case CHARGED -> 0;
            case REDUCED -> 1;
            case COVERED -> 2;
            case WRITTEN_OFF -> 3;
            default -> throw new IllegalArgumentException(kind + " is no figure of a claim");
        };
    }

    private void payments(List<Books.Line> moves) {
        var seats = new LinkedHashMap<Seat, Long>();
        var uses = new LinkedHashMap<Use, Long>();
        for (var line : moves) {
            var posting = line.posting();
            for (var pot : posting.pots())
                if (pot.kind() == PotKind.UNUSED)
                    seats.merge(new Seat(subject(pot), UUID.fromString(detail(pot))), posting.raises(pot), Long::sum);
            if (isUse(posting)) {
                var covered = potOf(posting, PotKind.COVERED);
                var use = new Use(subject(potOf(posting, PotKind.UNUSED)), subject(covered), detail(covered));
                uses.merge(use, posting.raises(covered), Long::sum);
            }
        }
        writes.insert(NEW_UNUSED, raised(seats), seat -> new Object[] {authority, seat.payment(), seat.account(), 0L});
        shift(UNUSED, seats, each -> new Object[] {
            each.getValue(), authority, each.getKey().payment(), each.getKey().account()
        });
        writes.insert(NEW_COVERAGE, raised(uses), use ->
                new Object[] {authority, use.payment(), use.claim(), use.family(), 0L});
        shift(COVERAGE, uses, each -> new Object[] {
            each.getValue(),
            authority,
            each.getKey().payment(),
            each.getKey().claim(),
            each.getKey().family()
        });
    }

    private <K> void shift(
            ManyRows.Statement statement, Map<K, Long> deltas, Function<Map.Entry<K, Long>, Object[]> values) {
        writes.update(statement, entries(deltas, by -> by != 0), values::apply);
    }

    private static <K> List<K> raised(Map<K, Long> deltas) {
        return entries(deltas, by -> by > 0).stream().map(Map.Entry::getKey).toList();
    }

    private static <K> List<Map.Entry<K, Long>> entries(Map<K, Long> deltas, Predicate<Long> which) {
        return deltas.entrySet().stream()
                .filter(each -> which.test(each.getValue()))
                .toList();
    }

    private static boolean isUse(Posting posting) {
        var debit = posting.debit().kind();
        var credit = posting.credit().kind();
        return (debit == PotKind.UNUSED && credit == PotKind.COVERED)
                || (debit == PotKind.COVERED && credit == PotKind.UNUSED);
    }

    private static Pot potOf(Posting posting, PotKind kind) {
        return posting.debit().kind() == kind ? posting.debit() : posting.credit();
    }

    private static OfFamily family(Pot pot) {
        return new OfFamily(subject(pot), detail(pot));
    }

    private static UUID subject(Pot pot) {
        return Objects.requireNonNull(pot.subject());
    }

    private static String detail(Pot pot) {
        return Objects.requireNonNull(pot.detail());
    }
}
