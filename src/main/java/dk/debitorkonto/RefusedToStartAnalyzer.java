package dk.debitorkonto;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a refused start as what is missing, not as a stack trace. */
final class RefusedToStartAnalyzer extends AbstractFailureAnalyzer<ProfileDemands.RefusedToStart> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ProfileDemands.RefusedToStart cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Give the settings named, as environment variables.", cause);
    }
}
