package dk.debitorkonto.handling;

import dk.debitorkonto.handling.jdbc.Books;
import dk.debitorkonto.handling.jdbc.RequestRows;
import dk.debitorkonto.handling.jdbc.Writes;
import dk.debitorkonto.ledger.Cause;
import dk.debitorkonto.ledger.EntryHead;
import dk.debitorkonto.ledger.PotKind;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it grows, page by page: what changes, and the sums, remarks and fingerprint of it all.
 *
 * <p>Pages that were written to the database are let go, so that memory stays flat.
 */
final class Plan {

    private final PlanDigest digest;
    private final LocalDate effectDate;
    private final @Nullable LocalDate closedTo;
    private final World accounts;
    private final Map<UUID, AccountCase> accountsBefore = new LinkedHashMap<>();
    private final Map<UUID, Long> unusedBy = new LinkedHashMap<>();
    private final List<Effect> told = new ArrayList<>();
    private final Map<Remark.Kind, Remark> remarks = new TreeMap<>();
    private List<Books.Line> lines = new ArrayList<>();
    private List<RequestRows.EffectRow> effects = new ArrayList<>();
    private List<EntryHead> entries = new ArrayList<>();
    private final Map<LocalDate, UUID> entryOf = new LinkedHashMap<>();
    private final Supplier<UUID> ids;
    private final Opening opening;
    private int lineCount;
    private int effectCount;
    private Amounts before = Amounts.NONE;
    private Amounts after = Amounts.NONE;
    private Money amount = Money.ZERO;
    private int persons;

    /** What all entries of the plan have in common. */
    record Opening(
            String authority,
            java.time.Instant bookedAt,
            Cause cause,
            @Nullable String comment,
            String actor) {}

    Plan(PlanDigest digest, Opening opening, LocalDate effectDate, @Nullable LocalDate closedTo, Supplier<UUID> ids) {
        this.digest = digest;
        this.opening = opening;
        this.effectDate = effectDate;
        this.closedTo = closedTo;
        this.ids = ids;
        this.accounts = World.withoutPayments(List.of());
    }

    /** The accounts whose change is a part of the plan, source first. */
    void over(Collection<AccountCase> cases) {
        cases.forEach(each -> {
            accountsBefore.put(each.account().id(), each);
            accounts.put(each);
        });
    }

    /** A page: claims before, in the order of the plan, and all changes about them. */
    void add(Collection<ClaimCase> claims, List<? extends Booking> bookings) {
        var world = World.withoutPayments(claims);
        for (var booking : bookings) {
            world.apply(booking.change());
            apply(booking.change());
            book(booking);
        }
        for (var claim : claims) {
            var changed = world.claim(claim.id());
            if (changed.equals(claim)) continue;
            requireSound(changed);
            before = before.plus(Amounts.of(claim));
            after = after.plus(Amounts.of(changed));
            tell(new Effect(claim.id(), Snapshot.of(claim, effectDate), Snapshot.of(changed, effectDate)));
        }
        digest.add(bookings.stream().map(Booking::change).toList());
    }

    /** Money that passes through an account may leave before it comes, in the order of an undo; the end is what counts. */
    private void apply(Change change) {
        switch (change) {
            case Change.Turns turns -> accounts.apply(turns);
            case Change.Moves moves -> {
                for (var pot : moves.posting().pots())
                    if (pot.kind() == PotKind.UNUSED)
                        unusedBy.merge(
                                UUID.fromString(Objects.requireNonNull(pot.detail())),
                                moves.posting().raises(pot),
                                Long::sum);
            }
        }
    }

    /** The accounts' own changes come last. */
    void close() {
        accountsBefore.forEach((id, was) -> {
            var unused = new Money(was.unused().oere() + unusedBy.getOrDefault(id, 0L));
            var now = new AccountCase(accounts.account(id).account(), unused);
            if (!now.equals(was)) tell(new Effect(id, Snapshot.of(was), Snapshot.of(now)));
        });
    }

    /** A change, with the line that it reverses where it is part of an undo. */
    record Booking(Change change, Books.@Nullable Reversed reverses) {

        static List<Booking> of(List<Change> changes) {
            return changes.stream().map(change -> new Booking(change, null)).toList();
        }
    }

    private void book(Booking booking) {
        var valueDate = effectDate;
        if (booking.change() instanceof Change.Moves moves) {
            if (moves.notBefore().isAfter(valueDate)) valueDate = moves.notBefore();
            amount = amount.plus(moves.posting().amount());
        }
        if (closedTo != null && !valueDate.isAfter(closedTo)) {
            valueDate = closedTo.plusDays(1);
            remark(Remark.of(Remark.Kind.EFFECT_DATE_MOVED, effectDate, valueDate));
        }
        var entry = entryOf.computeIfAbsent(valueDate, this::open);
        lines.add(new Books.Line(booking.change(), entry, ++lineCount, booking.reverses()));
    }

    private UUID open(LocalDate valueDate) {
        var id = ids.get();
        entries.add(new EntryHead(
                opening.authority(),
                id,
                opening.bookedAt(),
                valueDate,
                opening.cause(),
                opening.comment(),
                opening.actor()));
        return id;
    }

    private void tell(Effect effect) {
        var textBefore = SnapshotText.of(effect.before());
        var textAfter = SnapshotText.of(effect.after());
        digest.add(effect.subject(), textBefore, textAfter);
        effects.add(new RequestRows.EffectRow(effectCount++, effect, textBefore, textAfter));
        if (effectCount <= Result.MOST_OBJECTS) told.add(effect);
        else told.clear();
    }

    private static void requireSound(ClaimCase claim) {
        for (var family : claim.figures().keySet())
            if (!claim.of(family).holds())
                throw new IllegalStateException(
                        "the rest of " + family + " of claim " + claim.id() + " would be negative");
    }

    void remark(Remark remark) {
        remarks.merge(remark.kind(), remark, Remark::and);
    }

    void askPersons(int asked) {
        persons = Math.max(persons, asked);
    }

    int persons() {
        return persons;
    }

    Money amount() {
        return amount;
    }

    List<Remark> remarks() {
        return List.copyOf(remarks.values());
    }

    /** Whether anything has been planned since the last time. */
    boolean hasLines() {
        return !lines.isEmpty();
    }

    /** Writes what has been planned since the last time. */
    void write(Writes writes, UUID request, Books books, RequestRows requests) {
        books.open(writes, entries);
        books.write(writes, opening.authority(), lines);
        requests.keepEffects(writes, request, effects);
        forget();
    }

    /** Keeps what would change; nothing is booked. */
    void writeEffects(Writes writes, UUID request, RequestRows requests) {
        requests.keepEffects(writes, request, effects);
        forget();
    }

    /** Lets go of what was planned so far: it is written, or won't be. */
    void forget() {
        effects = new ArrayList<>();
        lines = new ArrayList<>();
        entries = new ArrayList<>();
    }

    /** To be asked once, at the end. */
    Result result(HandlingDefinition definition, String ruleVersion) {
        var many = effectCount > Result.MOST_OBJECTS;
        return new Result(
                definition.code(),
                definition.mode(),
                ruleVersion,
                digest.hex(),
                effectCount,
                List.copyOf(told),
                many ? new Result.Sum(before, after) : null);
    }
}
