package dk.debitorkonto.adapter.soap.gate;

import dk.debitorkonto.adapter.soap.Answer;
import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.Call;
import dk.debitorkonto.adapter.soap.CallRow;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Faults;
import dk.debitorkonto.adapter.soap.Soap;
import dk.debitorkonto.adapter.soap.SoapSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of CXF: one call in, one answer out, both as exact bytes.
 *
 * <p>What it lets through is a message of ours in every respect that doesn't need its meaning; all else is a fault.
 */
public final class Gate extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient Documents documents;
    private final transient Bodies bodies;
    private final transient Consumer<CallRow> log;
    private final transient InstantSource clock;
    private final transient Semaphore places;

    public Gate(Documents documents, Bodies bodies, SoapSettings settings, Consumer<CallRow> log, InstantSource clock) {
        this.documents = documents;
        this.bodies = bodies;
        this.log = log;
        this.clock = clock;
        places = new Semaphore(settings.maxCalls());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var contract = Contract.atPath(request.getRequestURI());
        if (contract == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var document = documents.asked(contract, request);
        if (document != null) {
            response.setContentType("text/xml;charset=UTF-8");
            send(response, document);
        } else call(contract, request, response, chain);
    }

    private void call(Contract contract, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var call = new Call(contract, clock.instant());
        var answer = answer(call, request, response, chain);
        log.accept(call.row(answer, clock.instant()));
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        if (answer.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) response.setHeader("Allow", "POST");
        send(response, answer.body());
        call.isAnswered();
    }

    private Answer answer(Call call, HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        if (!places.tryAcquire()) return Faults.write(call, BrokenContract.tooMany());
        try {
            var type = letIn(call, request);
            call.hasRead(bodies.scan(call, bodies.read(call, request), type));
            var captured = new CapturedResponse(response);
            call.work(() -> passOn(chain, request, captured));
            return captured.answer();
        } catch (Throwable e) {
            // Whatever it is, the caller gets a fault of ours and not the container's page.
            return Faults.write(call, e);
        } finally {
            places.release();
        }
    }

    private static @Nullable Void passOn(FilterChain chain, HttpServletRequest request, CapturedResponse captured)
            throws IOException, ServletException {
        chain.doFilter(request, captured);
        return null;
    }

    /** @throws BrokenContract for what HTTP itself has a status for */
    private static MediaType letIn(Call call, HttpServletRequest request) {
        var announced = request.getContentType();
        if (announced != null && announced.strip().startsWith(Soap.V12.mediaType())) call.isOf(Soap.V12);
        if (!request.getMethod().equals("POST"))
            throw request.getQueryString() != null && request.getMethod().equals("GET")
                    ? BrokenContract.http(404, "There is no such document.")
                    : BrokenContract.http(405, "Send the message by POST.");
        if (request.getQueryString() != null) throw BrokenContract.http(404, "The address has no query.");
        var type = MediaType.of(request);
        call.isOf(type.version());
        return type;
    }

    private static void send(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
