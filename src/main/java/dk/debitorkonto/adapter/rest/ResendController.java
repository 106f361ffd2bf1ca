package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.inquiry.RequestInquiry;
import dk.debitorkonto.inquiry.RequestView;
import dk.debitorkonto.outbox.Outbox;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers that a person has sent again. */
@RestController
@RequestMapping("/api/v1/requests/{identification}/resend")
final class ResendController {

    private final RequestInquiry requests;
    private final Outbox outbox;
    private final Persons persons;

    ResendController(RequestInquiry requests, Outbox outbox, Persons persons) {
        this.requests = requests;
        this.outbox = outbox;
        this.persons = persons;
    }

    @PostMapping
    RequestView resend(
            @PathVariable UUID identification,
            @RequestParam(required = false) @Nullable UUID caseSystem,
            @RequestBody Resend body,
            HttpServletRequest call) {
        var person = persons.of(call);
        var found = RequestController.find(requests, identification, caseSystem);
        if (!outbox.resend(found.id(), person, body.comment()))
            throw Problems.refusal(
                    HttpStatus.CONFLICT, "the answer is " + found.view().answer() + ", neither PARKED nor REJECTED");
        return RequestController.find(requests, identification, caseSystem).view();
    }
}
