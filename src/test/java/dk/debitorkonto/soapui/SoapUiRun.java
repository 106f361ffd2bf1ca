package dk.debitorkonto.soapui;

import dk.debitorkonto.soapui.SoapUiProject.Assertion;
import dk.debitorkonto.soapui.SoapUiProject.Call;
import dk.debitorkonto.soapui.SoapUiProject.Case;
import dk.debitorkonto.soapui.SoapUiProject.Move;
import dk.debitorkonto.soapui.SoapUiProject.Operation;
import dk.debitorkonto.soapui.SoapUiProject.Request;
import dk.debitorkonto.soapui.SoapUiProject.Transfer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs cases of a project as SoapUI does: step by step, all assertions of a step, no further step after one that failed. */
final class SoapUiRun {

    /** How a message gets to its address. */
    @FunctionalInterface
    interface Post {
        Reply post(String endpoint, String action, String message);
    }

    private final SoapUiProject project;
    private final Post post;

    SoapUiRun(SoapUiProject project, Post post) {
        this.project = project;
        this.post = post;
    }

    /** Fails with all that is wrong in the first step where something is. */
    void run(Case testCase) {
        var properties = new HashMap<>(testCase.properties());
        var replies = new HashMap<String, Reply>();
        for (var step : testCase.steps()) {
            switch (step) {
                case Request request -> {
                    var words = new Expansion(project.properties(), properties);
                    var reply = send(project.operation(request.binding(), request.operation()), request.call(), words);
                    replies.put(request.name(), reply);
                    check(request, reply, words);
                }
                case Transfer transfer -> transfer.moves().forEach(move -> move(move, replies, properties));
            }
        }
    }

    /** Sends a request of an operation, outside a case. */
    Reply send(Operation operation, Call call) {
        return send(operation, call, new Expansion(project.properties(), Map.of()));
    }

    private Reply send(Operation operation, Call call, Expansion words) {
        return post.post(words.expand(call.endpoint()), operation.action(), words.expand(call.message()));
    }

    private static void move(Move move, Map<String, Reply> replies, Map<String, String> properties) {
        var reply = replies.get(move.sourceStep());
        if (reply == null) throw new AssertionError("no step \"" + move.sourceStep() + "\" before the transfer");
        var values = Path.of(move.sourcePath()).valuesIn(reply.document());
        if (values.isEmpty()) throw new AssertionError("nothing at " + move.sourcePath() + " in " + reply.body());
        properties.put(move.target(), values.getFirst());
    }

    private static void check(Request request, Reply reply, Expansion words) {
        if (request.assertions().isEmpty()) throw new AssertionError("step \"" + request.name() + "\" asserts nothing");
        List<String> failures = new ArrayList<>();
        for (var assertion : request.assertions())
            wrong(assertion, request, reply, words)
                    .ifPresent(wrong -> failures.add("\"" + assertion.name() + "\": " + wrong));
        if (!failures.isEmpty())
            throw new AssertionError("step \"" + request.name() + "\": " + String.join("; ", failures) + "\nHTTP "
                    + reply.status() + "\n" + reply.body());
    }

    private static Optional<String> wrong(Assertion assertion, Request request, Reply reply, Expansion words) {
        return switch (assertion.kind()) {
            case XPATH_MATCH -> differs(assertion, reply, words);
            case CONTAINS -> unless(contains(assertion, reply, words), "it isn't there");
            case NOT_CONTAINS -> unless(!contains(assertion, reply, words), "it is there");
            case SOAP_RESPONSE -> unless(reply.content().isPresent(), "it is no SOAP message");
            case SOAP_FAULT -> unless(reply.isFault(), "it is no fault");
            case NOT_SOAP_FAULT -> unless(!reply.isFault(), "it is a fault");
            case SCHEMA_COMPLIANCE ->
                reply.content()
                        .map(content -> Schemas.fault(request.binding(), request.operation(), content, reply.isFault()))
                        .orElse(Optional.of("it is no SOAP message"));
            case HTTP_STATUS ->
                unless(
                        Arrays.asList(assertion.setting("codes").split("[ ,]+"))
                                .contains(String.valueOf(reply.status())),
                        "it is " + reply.status());
        };
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
