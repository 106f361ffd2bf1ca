package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.inquiry.AccountInquiry;
import dk.debitorkonto.inquiry.AccountView;
import dk.debitorkonto.inquiry.Moment;
import dk.debitorkonto.inquiry.Page;
import dk.debitorkonto.inquiry.PostingInquiry;
import dk.debitorkonto.inquiry.PostingView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, their claims, and the postings behind their figures. */
@RestController
@RequestMapping("/api/v1")
final class AccountController {

    private final AccountInquiry accounts;
    private final PostingInquiry postings;
    private final Clock clock;

    AccountController(AccountInquiry accounts, PostingInquiry postings, Clock clock) {
        this.accounts = accounts;
        this.postings = postings;
        this.clock = clock;
    }

    @GetMapping("/accounts/{id}")
    AccountView account(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate valueDate,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return accounts.find(id, new Moment(valueDate, knownAt, LocalDate.now(clock)))
                .orElseThrow(() -> Problems.notFound("the account"));
    }

    @GetMapping("/accounts/{id}/entries")
    Page<PostingView> ofAccount(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return postings.ofAccount(id, cursor, Paging.limit(limit)).orElseThrow(() -> Problems.notFound("the account"));
    }

    @GetMapping("/claims/{id}/entries")
    Page<PostingView> ofClaim(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return postings.ofClaim(id, cursor, Paging.limit(limit)).orElseThrow(() -> Problems.notFound("the claim"));
    }
}
