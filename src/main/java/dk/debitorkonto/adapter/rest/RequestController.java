package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.inquiry.EffectView;
import dk.debitorkonto.inquiry.Page;
import dk.debitorkonto.inquiry.RequestFilter;
import dk.debitorkonto.inquiry.RequestInquiry;
import dk.debitorkonto.inquiry.RequestView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests, what became of them, and what they changed. */
@RestController
@RequestMapping("/api/v1/requests")
final class RequestController {

    private final RequestInquiry requests;

    RequestController(RequestInquiry requests) {
        this.requests = requests;
    }

    @GetMapping
    Page<RequestView.Listed> list(
            @RequestParam(required = false) RequestFilter.@Nullable OutcomeName outcome,
            @RequestParam(required = false) RequestFilter.@Nullable WaitingForName waitingFor,
            @RequestParam(required = false) RequestFilter.@Nullable AnswerName answer,
            @RequestParam(required = false) @Nullable UUID caseSystem,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (authority != null && !authority.matches("\\d{8}"))
            throw Problems.badRequest("authority must be a CVR of eight digits");
        var filter = new RequestFilter(outcome, waitingFor, answer, caseSystem, authority);
        return requests.list(filter, cursor, Paging.limit(limit));
    }

    @GetMapping("/{identification}")
    RequestView request(@PathVariable UUID identification, @RequestParam(required = false) @Nullable UUID caseSystem) {
        return find(identification, caseSystem).view();
    }

    @GetMapping("/{identification}/effects")
    Page<EffectView> effects(
            @PathVariable UUID identification,
            @RequestParam(required = false) @Nullable UUID caseSystem,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return requests.effects(find(identification, caseSystem).id(), cursor, Paging.limit(limit));
    }

    private RequestInquiry.Found find(UUID identification, @Nullable UUID caseSystem) {
        return find(requests, identification, caseSystem);
    }

    /** The one request that is meant; else a problem. */
    static RequestInquiry.Found find(RequestInquiry requests, UUID identification, @Nullable UUID caseSystem) {
        var found = requests.find(identification).stream()
                .filter(each -> caseSystem == null || each.view().caseSystem().equals(caseSystem))
                .toList();
        if (found.isEmpty()) throw Problems.notFound("the request");
        if (found.size() == 1) return found.getFirst();
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "several senders used this identification; name one with ?caseSystem=");
        problem.setProperty(
                "caseSystems",
                found.stream().map(each -> each.view().caseSystem()).toList());
        throw new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
    }
}
