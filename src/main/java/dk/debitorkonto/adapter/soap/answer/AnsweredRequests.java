package dk.debitorkonto.adapter.soap.answer;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the answer endpoint asks of the requests that we know. */
public interface AnsweredRequests {

    /**
     * The municipality of a request that was passed on or decided here.
     *
     * @param caseSystemCvr of the request's sender
     * @param caseSystem the request's sender, where the answer names it
     */
    Optional<String> authorityOf(String caseSystemCvr, @Nullable UUID caseSystem, UUID identification);
}
