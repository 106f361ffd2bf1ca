package dk.debitorkonto.inquiry;

import dk.debitorkonto.ledger.jdbc.Chain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Proves the kept rows against the journal, and the journal against its chain; each invariant is one statement. */
@Component
public class ProofRows {

    /** Counts rows, and finds the first that breaks the rule. */
    private record Question(String name, String count, String offender) {}

    private static final String CLAIM_SIDES = """
        select authority, debit_subject as claim, debit_detail as family,
               case debit_pot when 'CHARGED' then amount else 0 end as charged,
               case debit_pot when 'REDUCED' then -amount else 0 end as reduced,
               case debit_pot when 'COVERED' then -amount else 0 end as covered,
               case debit_pot when 'WRITTEN_OFF' then -amount else 0 end as written_off
          from posting
         where debit_pot in ('CHARGED', 'REDUCED', 'COVERED', 'WRITTEN_OFF')
        union all
        select authority, credit_subject, credit_detail,
               case credit_pot when 'CHARGED' then -amount else 0 end,
               case credit_pot when 'REDUCED' then amount else 0 end,
               case credit_pot when 'COVERED' then amount else 0 end,
               case credit_pot when 'WRITTEN_OFF' then amount else 0 end
          from posting
         where credit_pot in ('CHARGED', 'REDUCED', 'COVERED', 'WRITTEN_OFF')
        """;

    private static final List<Question> QUESTIONS = List.of(
            new Question(
                    "a claim's kept balance is the sum of its postings",
                    "select count(*) from claim_balance",
                    "select concat(claim, ' ', family) from (" + CLAIM_SIDES + """
                        union all
                        select authority, claim, family, -charged, -reduced, -covered, -written_off from claim_balance
                        ) sides
                        group by authority, claim, family
                        having sum(charged) <> 0 or sum(reduced) <> 0 or sum(covered) <> 0 or sum(written_off) <> 0
                        order by 1 fetch first 1 rows only
                        """),
            new Question("no rest and no balance of a claim is negative", "select count(*) from claim_balance", """
                select concat(claim, ' ', family)
                  from claim_balance
                 where charged < 0 or reduced < 0 or covered < 0 or written_off < 0
                    or charged - reduced - covered - written_off < 0
                 order by 1 fetch first 1 rows only
                """),
            new Question(
                    "what is unused of a payment is the sum of its postings",
                    "select count(*) from payment_balance",
                    """
                    select concat(payment, ' ', account) from (
                        select debit_subject as payment, debit_detail as account, -amount as unused
                          from posting where debit_pot = 'UNUSED'
                        union all
                        select credit_subject, credit_detail, amount from posting where credit_pot = 'UNUSED'
                        union all
                        select payment, cast(account as varchar(36)), -unused from payment_balance
                    ) sides
                    group by payment, account
                    having sum(unused) <> 0
                    order by 1 fetch first 1 rows only
                    """),
            new Question("a kept coverage is the sum of its postings", "select count(*) from coverage", """
                select concat(payment, ' ', claim, ' ', family) from (
                    select debit_subject as payment, credit_subject as claim, credit_detail as family, amount
                      from posting where debit_pot = 'UNUSED' and credit_pot = 'COVERED'
                    union all
                    select credit_subject, debit_subject, debit_detail, -amount
                      from posting where debit_pot = 'COVERED' and credit_pot = 'UNUSED'
                    union all
                    select payment, claim, family, -amount from coverage
                ) sides
                group by payment, claim, family
                having sum(amount) <> 0
                order by 1 fetch first 1 rows only
                """),
            new Question(
                    "each payment is its coverages, its unused parts and its refunds",
                    "select count(*) from payment",
                    """
                    select concat(payment, '') from (
                        select id as payment, amount from payment
                        union all
                        select payment, -unused from payment_balance
                        union all
                        select payment, -amount from coverage
                        union all
                        select debit_subject, -amount from posting where debit_pot = 'UNUSED' and credit_pot = 'REFUNDS_DUE'
                        union all
                        select credit_subject, amount from posting where debit_pot = 'REFUNDS_DUE' and credit_pot = 'UNUSED'
                    ) parts
                    group by payment
                    having sum(amount) <> 0
                    order by 1 fetch first 1 rows only
                    """),
            new Question(
                    "charges of interest and fees add up to the claim's balance", "select count(*) from charge", """
                        select concat(claim, ' ', family) from (
                            select claim, family, amount as charged, reduced from charge where not undone
                            union all
                            select claim, family, -charged, -reduced from claim_balance where family <> 'PRINCIPAL'
                        ) parts
                        group by claim, family
                        having sum(charged) <> 0 or sum(reduced) <> 0
                        order by 1 fetch first 1 rows only
                        """),
            new Question("all balances of an authority sum to 0", "select count(*) from authority", """
                select authority from (
                    select authority, charged - reduced - covered - written_off as amount from claim_balance
                    union all
                    select authority, -unused from payment_balance
                    union all
                    select authority, amount from posting where debit_subject is null
                    union all
                    select authority, -amount from posting where credit_subject is null
                ) sides
                group by authority
                having sum(amount) <> 0
                order by 1 fetch first 1 rows only
                """),
            new Question("a claim's state is what its last turn left", "select count(*) from claim", """
                select concat(c.id, '')
                  from claim c
                  join turn t on t.authority = c.authority and t.subject = c.id and t.kind = 'CLAIM_STATE'
                  join entry e on e.authority = t.authority and e.id = t.entry
                 where t.after_value <> concat(c.state, case when c.on_hold_to is null then '' else concat(' ', cast(c.on_hold_to as varchar(10))) end)
                   and not exists (
                       select 1
                         from turn later
                         join entry f on f.authority = later.authority and f.id = later.entry
                        where later.authority = t.authority and later.subject = t.subject and later.kind = t.kind
                          and (f.number > e.number or (f.number = e.number and later.line > t.line)))
                 order by 1 fetch first 1 rows only
                """),
            new Question(
                    "what was booked for a request was carried out, and told in its receipt",
                    "select count(*) from request",
                    """
                    select concat(r.identification, '')
                      from request r
                     where (r.outcome is null or r.receipt is null)
                        or (r.outcome in ('REJECTED', 'NOT_CARRIED_OUT', 'DEFERRED')
                            and exists (select 1 from entry e where e.authority = r.authority and e.cause = r.id))
                        or (r.outcome in ('CARRIED_OUT', 'ACCEPTED_WITHOUT_STATUS')
                            and exists (select 1 from effect f where f.request = r.id)
                            and not exists (select 1 from entry e where e.authority = r.authority and e.cause = r.id))
                     order by 1 fetch first 1 rows only
                    """),
            new Question(
                    "what was put off has one answer when it has ended, and none before",
                    "select count(*) from request where promised is not null",
                    """
                    select concat(r.identification, '')
                      from request r
                     where r.promised is not null
                       and (r.outcome = 'DEFERRED' and r.answer <> 'NONE'
                            or case when r.outcome = 'DEFERRED' then 0 else 1 end
                               <> (select count(*) from message m where m.request = r.id))
                     order by 1 fetch first 1 rows only
                    """),
            new Question(
                    "what waits for a date or a deadline is on the agenda, or parked",
                    "select count(*) from request where outcome = 'DEFERRED'",
                    """
                    select concat(r.identification, '')
                      from request r
                      join (select id, 'carry-out' as duty from request where outcome = 'DEFERRED' and waiting_for = 'DATE'
                            union all
                            select id, 'deadline'
                              from request
                             where outcome = 'DEFERRED' and waiting_for <> 'PEER' and answer_by is not null) w on w.id = r.id
                     where not exists (
                               select 1
                                 from scheduled_tasks t
                                where t.task_name = w.duty and t.task_instance = cast(r.id as varchar(36)))
                       and not exists (select 1 from parked_work p where p.duty = w.duty and p.subject = r.id)
                     order by 1 fetch first 1 rows only
                    """),
            new Question(
                    "each entry of a request has its request",
                    "select count(*) from entry where cause_kind = 'REQUEST'",
                    """
                    select concat(e.id, '')
                      from entry e
                     where e.cause_kind = 'REQUEST' and not exists (select 1 from request r where r.id = e.cause)
                     order by 1 fetch first 1 rows only
                    """),
            new Question(
                    "what is undone was undone by what was carried out",
                    "select count(*) from request where undone_by is not null",
                    """
                    select concat(r.identification, '')
                      from request r
                      left join request u on u.id = r.undone_by
                     where r.undone_by is not null and (u.id is null or u.outcome <> 'CARRIED_OUT')
                     order by 1 fetch first 1 rows only
                    """));

    private static final String UNSEALED = """
        select count(*)
          from entry e
         where not exists (select 1 from seal s where s.authority = e.authority and s.entry = e.id)
        """;

    private final JdbcTemplate jdbc;
    private final Chain chain;

    ProofRows(JdbcTemplate jdbc, Chain chain) {
        this.jdbc = jdbc;
        this.chain = chain;
    }

    /** Checks everything, as of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.SERIALIZABLE)
    public Proof prove() {
        var invariants = new ArrayList<Proof.Invariant>();
        for (var question : QUESTIONS)
            invariants.add(invariant(question.name(), question.count(), first(question.offender())));
        invariants.add(invariant("the chain of seals is unbroken", "select count(*) from seal", firstBreak()));
        var unsealed = count(UNSEALED);
        return new Proof(invariants.stream().allMatch(Proof.Invariant::holds), invariants, unsealed);
    }

    private Proof.Invariant invariant(String name, String count, @Nullable String offender) {
        return new Proof.Invariant(name, offender == null, count(count), offender);
    }

    private @Nullable String firstBreak() {
        for (var authority : jdbc.queryForList("select authority from seal_head order by authority", String.class)) {
            var broken = chain.firstBreak(authority);
            if (broken != null) return broken.authority() + " " + broken.sequence() + " " + broken.entry();
        }
        return null;
    }

    private @Nullable String first(String sql) {
        var rows = jdbc.queryForList(sql, String.class);
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private long count(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }
}
