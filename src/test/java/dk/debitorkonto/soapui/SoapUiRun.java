package dk.debitorkonto.soapui;

import dk.debitorkonto.soapui.SoapUiProject.Assertion;
import dk.debitorkonto.soapui.SoapUiProject.Call;
import dk.debitorkonto.soapui.SoapUiProject.Case;
import dk.debitorkonto.soapui.SoapUiProject.Delay;
import dk.debitorkonto.soapui.SoapUiProject.Mock;
import dk.debitorkonto.soapui.SoapUiProject.Move;
import dk.debitorkonto.soapui.SoapUiProject.Operation;
import dk.debitorkonto.soapui.SoapUiProject.Request;
import dk.debitorkonto.soapui.SoapUiProject.Step;
import dk.debitorkonto.soapui.SoapUiProject.Transfer;
import dk.debitorkonto.soapui.SoapUiProject.Web;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Runs cases of a project as SoapUI does: step by step, all assertions of a step, no further step after one that failed. */
final class SoapUiRun {

    /** How a message gets to its address. */
    @FunctionalInterface
    interface Post {
        Reply post(Outgoing message);
    }

    /** A message as it goes over HTTP. */
    record Outgoing(String method, String endpoint, Map<String, String> headers, String body) {}

    /** What a message is, by which it is judged: the reply to a request, the request to a mock, or no SOAP at all. */
    private record Judged(
            String step, String binding, String operation, boolean isRequest, List<Assertion> assertions) {}

    private final SoapUiProject project;
    private final Post post;
    private final int mockPort;

    /** @param mockPort where mocks listen, whatever port the project names */
    SoapUiRun(SoapUiProject project, Post post, int mockPort) {
        this.project = project;
        this.post = post;
        this.mockPort = mockPort;
    }

    /** Fails with all that is wrong in the first step where something is. */
    void run(Case testCase) {
        var properties = new HashMap<>(testCase.properties());
        var replies = new HashMap<String, Reply>();
        var listeners = new HashMap<String, MockListener>();
        try {
            for (var step : testCase.steps()) {
                var words = new Expansion(project.properties(), properties);
                for (var other : testCase.steps())
                    if (other instanceof Mock mock && startsBefore(mock).equals(step.name()))
                        listeners.put(mock.name(), new MockListener(mock, mockPort, words));
                run(step, words, replies, listeners);
            }
        } finally {
            listeners.values().forEach(MockListener::close);
        }
    }

    private static String startsBefore(Mock mock) {
        return mock.listens().from().isEmpty() ? mock.name() : mock.listens().from();
    }

    private void run(Step step, Expansion words, Map<String, Reply> replies, Map<String, MockListener> listeners) {
        switch (step) {
            case Request request -> {
                var reply = send(project.operation(request.binding(), request.operation()), request.call(), words);
                replies.put(request.name(), reply);
                check(
                        new Judged(request.name(), request.binding(), request.operation(), false, request.assertions()),
                        reply,
                        words);
            }
            case Web web -> {
                var reply = post.post(new Outgoing(
                        web.method(),
                        words.expand(web.call().endpoint()),
                        web.headers(),
                        words.expand(web.call().message())));
                check(new Judged(web.name(), "", "", false, web.assertions()), reply, words);
            }
            case Mock mock -> {
                try (var listener = listeners.get(mock.name())) {
                    if (listener == null) throw new AssertionError("\"" + mock.name() + "\" begins after its end");
                    var judged = new Judged(mock.name(), mock.binding(), mock.operation(), true, mock.assertions());
                    check(judged, listener.await(), words);
                }
            }
            case Delay delay -> pause(delay);
            case Transfer transfer -> transfer.moves().forEach(move -> move(move, replies, words.testCase()));
        }
    }

    private static void pause(Delay delay) {
        try {
            Thread.sleep(delay.howLong());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request of an operation, outside a case. */
    Reply send(Operation operation, Call call) {
        return send(operation, call, new Expansion(project.properties(), Map.of()));
    }

    private Reply send(Operation operation, Call call, Expansion words) {
        var headers = Map.of("Content-Type", "text/xml;charset=UTF-8", "SOAPAction", '"' + operation.action() + '"');
        return post.post(new Outgoing("POST", words.expand(call.endpoint()), headers, words.expand(call.message())));
    }

    private static void move(Move move, Map<String, Reply> replies, Map<String, String> properties) {
        var reply = replies.get(move.sourceStep());
        if (reply == null) throw new AssertionError("no step \"" + move.sourceStep() + "\" before the transfer");
        var values = Path.of(move.sourcePath()).valuesIn(reply.document());
        if (values.isEmpty()) throw new AssertionError("nothing at " + move.sourcePath() + " in " + reply.body());
        properties.put(move.target(), values.getFirst());
    }

    private static void check(Judged judged, Reply reply, Expansion words) {
        if (judged.assertions().isEmpty()) throw new AssertionError("step \"" + judged.step() + "\" asserts nothing");
        List<String> failures = new ArrayList<>();
        for (var assertion : judged.assertions())
            wrong(assertion, judged, reply, words)
                    .ifPresent(wrong -> failures.add("\"" + assertion.name() + "\": " + wrong));
        if (!failures.isEmpty())
            throw new AssertionError("step \"" + judged.step() + "\": " + String.join("; ", failures) + "\nHTTP "
                    + reply.status() + "\n" + reply.body());
    }

    private static Optional<String> wrong(Assertion assertion, Judged judged, Reply reply, Expansion words) {
        return switch (assertion.kind()) {
            case XPATH_MATCH -> differs(assertion, reply, words);
            case CONTAINS -> unless(contains(assertion, reply, words), "it isn't there");
            case NOT_CONTAINS -> unless(!contains(assertion, reply, words), "it is there");
            case SOAP_RESPONSE -> unless(reply.content().isPresent(), "it is no SOAP message");
            case SOAP_FAULT -> unless(reply.isFault(), "it is no fault");
            case NOT_SOAP_FAULT -> unless(!reply.isFault(), "it is a fault");
            case SCHEMA_COMPLIANCE ->
                reply.content()
                        .map(content -> notInSchema(judged, content, reply.isFault()))
                        .orElse(Optional.of("it is no SOAP message"));
            case HTTP_STATUS ->
                unless(
                        Arrays.asList(assertion.setting("codes").split("[ ,]+"))
                                .contains(String.valueOf(reply.status())),
                        "it is " + reply.status());
        };
    }

    private static Optional<String> notInSchema(Judged judged, Element content, boolean isFault) {
        return judged.isRequest()
                ? Schemas.requestFault(judged.binding(), judged.operation(), content)
                : Schemas.fault(judged.binding(), judged.operation(), content, isFault);
    }

    private static Optional<String> differs(Assertion assertion, Reply reply, Expansion words) {
        if (assertion.setting("allowWildcards").equals("true"))
            throw new IllegalArgumentException("\"" + assertion.name() + "\" uses wild cards, which are unknown here");
        var expected = words.expand(assertion.setting("content"));
        var found = Path.of(words.expand(assertion.setting("path"))).valuesIn(reply.document());
        return unless(found.contains(expected), "expected " + expected + ", found " + found);
    }

    private static boolean contains(Assertion assertion, Reply reply, Expansion words) {
        var token = words.expand(assertion.setting("token"));
        var isRegEx = assertion.setting("useRegEx").equals("true");
        var flags = (assertion.setting("ignoreCase").equals("true") ? Pattern.CASE_INSENSITIVE : 0) | Pattern.DOTALL;
        return Pattern.compile(isRegEx ? token : Pattern.quote(token), flags)
                .matcher(reply.body())
                .find();
    }

    private static Optional<String> unless(boolean holds, String wrong) {
        return holds ? Optional.empty() : Optional.of(wrong);
    }
}
