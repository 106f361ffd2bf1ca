package dk.debitorkonto.handling;

import org.springframework.stereotype.Component;

@Component
public final class HandlingDesk {
    public Reply submit(Submission submission) {
        return new Reply.NoRoute();
    }
}
