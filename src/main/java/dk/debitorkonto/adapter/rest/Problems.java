package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.adapter.imports.ImportRefused;
import dk.debitorkonto.inquiry.MalformedCursor;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What went wrong in REST, as a problem document (RFC 9457), with a JSON pointer where it is about a part of the body. */
@RestControllerAdvice(basePackageClasses = Problems.class)
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail refused(ImportRefused refused) {
        var status = refused.isConflict() ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
        return problem(status, refused.detail(), refused.pointer());
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedCursor malformed) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(malformed.getMessage()));
    }

    /** Logged once, and told by its reference alone. */
    @ExceptionHandler
    ProblemDetail failed(Exception failure) {
        var reference = UUID.randomUUID();
        LOG.error("REST call failed, reference {}", reference, failure);
        return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "Reference " + reference);
    }

    static ProblemDetail problem(HttpStatusCode status, String detail, String pointer) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("pointer", pointer);
        return problem;
    }

    static ErrorResponseException notFound(String what) {
        return refusal(HttpStatus.NOT_FOUND, what + " is not known");
    }

    static ErrorResponseException badRequest(String detail) {
        return refusal(HttpStatus.BAD_REQUEST, detail);
    }

    static ErrorResponseException badRequest(String detail, String pointer) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, problem(HttpStatus.BAD_REQUEST, detail, pointer), null);
    }

    static ErrorResponseException refusal(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
