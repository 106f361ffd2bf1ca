package dk.debitorkonto.adapter.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Lets no body of REST grow over what a person's words can be; only an import's is read as a stream, whatever its length. */
@Component
final class SmallBodies extends OncePerRequestFilter {

    private static final int MOST_BYTES = 65_536;
    private static final String REST = "/api/v1/";
    private static final String IMPORT = REST + "import";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(REST)
                || request.getRequestURI().equals(IMPORT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Counted(request), response);
    }

    private static final class Counted extends ContentCachingRequestWrapper {

        Counted(HttpServletRequest request) {
            super(request, MOST_BYTES);
        }

        @Override
        protected void handleContentOverflow(int most) {
            throw Problems.refusal(HttpStatus.CONTENT_TOO_LARGE, "the body may have " + most + " bytes");
        }
    }
}
