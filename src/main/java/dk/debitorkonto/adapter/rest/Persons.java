package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.handling.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Who makes a REST call: the one who is signed in; in the demo, without that, the one whom a header names. */
@Component
final class Persons {

    private static final String HEADER = "Debitorkonto-Person";
    private static final String DEMO_PERSON = "demo-caseworker";
    private static final int LONGEST = 100;

    private final boolean demo;

    Persons(Environment environment) {
        this.demo = !environment.acceptsProfiles(Profiles.of("production"));
    }

    /** With its roles: in the demo, all of them. */
    Person person(HttpServletRequest request) {
        var name = of(request);
        var roles = Stream.of(Person.Role.values())
                .filter(role -> demo || request.isUserInRole(role.name()))
                .collect(Collectors.toUnmodifiableSet());
        return new Person(name, roles);
    }

    String of(HttpServletRequest request) {
        var signedIn = request.getRemoteUser();
        if (signedIn != null) return signedIn;
        if (!demo) throw Problems.refusal(org.springframework.http.HttpStatus.UNAUTHORIZED, "nobody is signed in");
        var named = Objects.requireNonNullElse(request.getHeader(HEADER), "").strip();
        if (named.length() > LONGEST) throw Problems.badRequest(HEADER + " is longer than " + LONGEST + " characters");
        return named.isEmpty() ? DEMO_PERSON : named;
    }
}
