package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.handling.DeferredDesk;
import dk.debitorkonto.handling.Judgement;
import dk.debitorkonto.inquiry.RequestInquiry;
import dk.debitorkonto.inquiry.RequestView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's word on a request that was put off. */
@RestController
@RequestMapping("/api/v1/requests/{identification}")
final class JudgementController {

    private final RequestInquiry requests;
    private final DeferredDesk desk;
    private final Persons persons;

    JudgementController(RequestInquiry requests, DeferredDesk desk, Persons persons) {
        this.requests = requests;
        this.desk = desk;
        this.persons = persons;
    }

    /** Authorises the plan; the fingerprint, where it is given, is that of the plan which the person saw. */
    @PostMapping("/authorise")
    RequestView authorise(
            @PathVariable UUID identification,
            @RequestParam(required = false) @Nullable UUID caseSystem,
            @RequestBody SpokenWord body,
            HttpServletRequest call) {
        return judge(identification, caseSystem, statement(body, call), desk::authorise);
    }

    /** Ends the request, not carried out. */
    @PostMapping("/decline")
    RequestView decline(
            @PathVariable UUID identification,
            @RequestParam(required = false) @Nullable UUID caseSystem,
            @RequestBody SpokenWord body,
            HttpServletRequest call) {
        return judge(identification, caseSystem, statement(body, call), desk::decline);
    }

    /** Has a request tried again whose carrying out was parked. */
    @PostMapping("/resume")
    RequestView resume(
            @PathVariable UUID identification,
            @RequestParam(required = false) @Nullable UUID caseSystem,
            @RequestBody SpokenWord body,
            HttpServletRequest call) {
        return judge(identification, caseSystem, statement(body, call), desk::resume);
    }

    private DeferredDesk.Statement statement(SpokenWord word, HttpServletRequest call) {
        return new DeferredDesk.Statement(persons.person(call), word.comment(), word.fingerprint());
    }

    private RequestView judge(
            UUID identification,
            @Nullable UUID caseSystem,
            DeferredDesk.Statement statement,
            BiFunction<UUID, DeferredDesk.Statement, Judgement> word) {
        var id = RequestController.find(requests, identification, caseSystem).id();
        var judgement = word.apply(id, statement);
        var view = RequestController.find(requests, identification, caseSystem).view();
        return switch (judgement) {
            case TAKEN -> view;
            case NOT_ALLOWED -> throw Problems.refusal(HttpStatus.FORBIDDEN, "this takes another role");
            case SAME_PERSON ->
                throw Problems.refusal(HttpStatus.FORBIDDEN, "the same person authorised it before; it takes another");
            case NOT_WAITING -> throw conflict("the request doesn't wait for this", view);
            case PLAN_CHANGED -> throw conflict("the plan has changed; nothing was authorised", view);
        };
    }

    private static ErrorResponseException conflict(String detail, RequestView view) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail);
        problem.setProperty("outcome", view.outcome());
        problem.setProperty("waitingFor", view.waitingFor());
        problem.setProperty("plan", view.plan());
        return new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
    }
}
