package dk.debitorkonto.adapter.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What reaches no method of ours under the path of REST: problem documents as well. Other paths are for pages. */
@RestControllerAdvice
final class UnmappedProblems {

    private static final String REST = "/api/v1";

    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class
    })
    ResponseEntity<ProblemDetail> unmapped(Exception thrown, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith(REST) || !(thrown instanceof ErrorResponse told)) throw thrown;
        return ResponseEntity.status(told.getStatusCode())
                .headers(told.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(told.getBody());
    }
}
