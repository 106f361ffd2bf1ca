package dk.debitorkonto.handling;

import com.zaxxer.hikari.HikariDataSource;
import dk.debitorkonto.claim.ClaimPots;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.handling.jdbc.Books;
import dk.debitorkonto.ledger.Cause;
import dk.debitorkonto.ledger.EntryHead;
import dk.debitorkonto.ledger.Posting;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.PaymentPots;
import dk.debitorkonto.testing.TestDatabase;
import dk.debitorkonto.testing.WatchedDataSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A desk over a fresh database, and words to arrange accounts and send requests with. */
final class Office implements AutoCloseable {

    static final String AUTHORITY = "11111111";
    static final UUID SYSTEM = new UUID(1, 1);
    static final Sender SENDER = new Sender("22222222", SYSTEM);
    static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private final AnnotationConfigApplicationContext context;
    final JdbcTemplate jdbc;
    final HandlingDesk desk;
    private final Books books;

    Office(TestDatabase database) {
        this(database, source -> source);
    }

    /** Where what is sent to the database can be watched. */
    static Office watched(TestDatabase database) {
        return new Office(database, WatchedDataSource::new);
    }

    /** With another catalogue than ours. */
    static Office with(TestDatabase database, UnaryOperator<HandlingDefinition> changed) {
        return new Office(database, source -> source, changed);
    }

    private Office(TestDatabase database, Function<HikariDataSource, DataSource> wrapped) {
        this(database, wrapped, UnaryOperator.identity());
    }

    private Office(
            TestDatabase database,
            Function<HikariDataSource, DataSource> wrapped,
            UnaryOperator<HandlingDefinition> changed) {
        this(wrapped.apply(database.fresh()), changed);
        jdbc.update("insert into authority (cvr, name) values (?, 'Testkommune')", AUTHORITY);
        jdbc.update("insert into case_system (id, cvr, name) values (?, ?, 'Test')", SYSTEM, SENDER.cvr());
        jdbc.update("insert into agreement (case_system, authority) values (?, ?)", SYSTEM, AUTHORITY);
    }

    /** Another node over the same database. */
    Office beside() {
        try {
            var other = new HikariDataSource();
            var ours = context.getBean(DataSource.class).unwrap(HikariDataSource.class);
            other.setJdbcUrl(ours.getJdbcUrl());
            other.setUsername(ours.getUsername());
            other.setMaximumPoolSize(20);
            return new Office(other, UnaryOperator.identity());
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    WatchedDataSource watched() {
        return (WatchedDataSource) context.getBean(DataSource.class);
    }

    private Office(DataSource source, UnaryOperator<HandlingDefinition> changed) {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(
                "changedCatalogue", Catalogue.class, () -> catalogue(changed), bean -> bean.setPrimary(true));
        context.register(OfficeWiring.class);
        context.refresh();
        jdbc = context.getBean(JdbcTemplate.class);
        desk = context.getBean(HandlingDesk.class);
        books = context.getBean(Books.class);
    }

    private Catalogue catalogue(UnaryOperator<HandlingDefinition> changed) {
        List<HandlingType<?>> types = new ArrayList<>();
        context.getBeansOfType(HandlingType.class).values().forEach(types::add);
        return new Catalogue(CatalogueFiles.definitions().stream().map(changed).toList(), types);
    }

    UUID account() {
        var id = Ids.next();
        jdbc.update(
                "insert into debtor_account (authority, id, case_system, debtor, state) values (?, ?, ?,"
                        + " 'urn:oio:cpr-nr:6101010000', 'OPEN')",
                AUTHORITY,
                id,
                SYSTEM);
        return id;
    }

    UUID claim(UUID account, String principal, LocalDate due) {
        var id = Ids.next();
        jdbc.update(
                "insert into claim (authority, id, account, type, invoice_date, due_date, state) values (?, ?, ?,"
                        + " 'DAGINSTITUTION', ?, ?, 'IN_COLLECTION')",
                AUTHORITY,
                id,
                account,
                due.minusDays(14),
                due);
        jdbc.update("insert into claim_balance values (?, ?, 'PRINCIPAL', 0, 0, 0, 0)", AUTHORITY, id);
        var posting = new Posting(
                ClaimPots.charged(id, CostFamily.PRINCIPAL), Pot.of(PotKind.INCOME), Money.of(principal), null);
        book(new Change.Moves(posting, due, null));
        return id;
    }

    /** As many claims on one account, each with a principal of 100.00 and a fee of 50.00. */
    UUID accountOf(int claims) {
        var account = account();
        for (var from = 0; from < claims; from += 5000)
            ManyClaims.on(this, account, from, Math.min(claims, from + 5000));
        return account;
    }

    UUID charge(UUID claim, CostFamily family, String amount, LocalDate accrued) {
        var id = Ids.next();
        var posting = new Posting(ClaimPots.charged(claim, family), Pot.of(PotKind.INCOME), Money.of(amount), id);
        book(new Change.Moves(posting, accrued, accrued));
        return id;
    }

    UUID payment(UUID account, String amount, LocalDate valueDate) {
        var id = Ids.next();
        jdbc.update(
                "insert into payment (authority, id, account, amount, value_date) values (?, ?, ?, ?, ?)",
                AUTHORITY,
                id,
                account,
                Money.of(amount).oere(),
                valueDate);
        var posting = new Posting(Pot.of(PotKind.BANK), PaymentPots.unused(id, account), Money.of(amount), null);
        book(new Change.Moves(posting, valueDate, null));
        return id;
    }

    void cover(UUID payment, UUID account, UUID claim, CostFamily family, String amount) {
        var posting = new Posting(
                PaymentPots.unused(payment, account), ClaimPots.covered(claim, family), Money.of(amount), null);
        book(new Change.Moves(posting, TODAY.minusDays(1), null));
    }

    private void book(Change change) {
        var entry = Ids.next();
        book(entry, List.of(new Books.Line(change, entry, 1, null)));
    }

    /** Books lines as an import would have. */
    void book(UUID entry, List<Books.Line> lines) {
        open(entry);
        var writes = books.begin();
        books.write(writes, AUTHORITY, lines);
        writes.send();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private void open(UUID entry) {
        var writes = books.begin();
        books.open(
                writes,
                List.of(new EntryHead(
                        AUTHORITY,
                        entry,
                        Instant.parse("2026-06-01T10:00:00Z"),
                        TODAY.minusDays(30),
                        new Cause(Cause.Kind.IMPORT, entry, "/x/0"),
                        null,
                        "test")));
        writes.send();
    }

    Wish wish(String code, Variant variant, UUID account) {
        return new Wish(this, code, variant, account);
    }

    java.util.Collection<dk.debitorkonto.work.Duty> duties() {
        return context.getBeansOfType(dk.debitorkonto.work.Duty.class).values();
    }

    dk.debitorkonto.inquiry.Proof prove() {
        return context.getBean(dk.debitorkonto.inquiry.ProofRows.class).prove();
    }

    /** Runs the sealer once. */
    void seal() {
        context.getBean(dk.debitorkonto.ledger.jdbc.Sealer.class).sealAll();
    }

    /** The claim's four figures of a family, and its rest, in kroner. */
    String figures(UUID claim, CostFamily family) {
        return jdbc.queryForObject(
                "select charged, reduced, covered, written_off from claim_balance where claim = ? and family = ?",
                (row, n) -> "%s-%s-%s-%s"
                        .formatted(
                                new Money(row.getLong(1)),
                                new Money(row.getLong(2)),
                                new Money(row.getLong(3)),
                                new Money(row.getLong(4))),
                claim,
                family.name());
    }

    String unused(UUID account) {
        return new Money(java.util.Objects.requireNonNull(jdbc.queryForObject(
                        "select coalesce(sum(unused), 0) from payment_balance where account = ?", Long.class, account)))
                .toString();
    }

    String state(UUID claim) {
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject("select state from claim where id = ?", String.class, claim));
    }

    long count(String table) {
        return java.util.Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class));
    }

    /** The whole of all kept rows, to compare before and after. */
    List<String> books() {
        var all = new ArrayList<String>();
        for (var table : List.of(
                "claim_balance where charged + reduced + covered + written_off > 0",
                "payment_balance where unused > 0",
                "coverage where amount > 0",
                "claim",
                "debtor_account",
                "respite",
                "liability"))
            all.addAll(jdbc.query("select * from " + table, (row, n) -> {
                var line = new StringBuilder(table);
                for (var column = 1; column <= row.getMetaData().getColumnCount(); column++)
                    line.append('|').append(row.getString(column));
                return line.toString();
            }));
        all.sort(null);
        return all;
    }

    @Override
    public void close() {
        context.close();
    }
}
