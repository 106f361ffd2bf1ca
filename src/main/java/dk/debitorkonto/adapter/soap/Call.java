package dk.debitorkonto.adapter.soap;

import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call on a service's path, from its first byte to its last; known to all that work on it in the same thread. */
public final class Call {

    private static final int LONGEST_REASON = 250;
    private static final ScopedValue<Call> CURRENT = ScopedValue.newInstance();

    /** What the gate read in its one pass. */
    public record Message(
            String operation,
            String text,
            String content,
            @Nullable String messageId) {}

    private final UUID id = UUID.randomUUID();
    private final Contract contract;
    private final Instant received;
    private Soap version = Soap.V11;
    private byte[] body = {};
    private @Nullable Message message;
    private @Nullable String written;
    private @Nullable UUID caseSystem;
    private @Nullable UUID identification;
    private @Nullable String fault;
    private @Nullable String reason;
    private @Nullable Runnable afterwards;

    public Call(Contract contract, Instant received) {
        this.contract = contract;
        this.received = received;
    }

    /**
     * The call that this thread works on.
     *
     * @throws NoSuchElementException outside a call
     */
    public static Call current() {
        return CURRENT.get();
    }

    /** Does {@code work} as a part of this call. */
    public <X extends Throwable> void work(ScopedValue.CallableOp<@Nullable Void, X> work) throws X {
        ScopedValue.where(CURRENT, this).call(work);
    }

    /** CallUUID. */
    public UUID id() {
        return id;
    }

    public Contract contract() {
        return contract;
    }

    public Instant received() {
        return received;
    }

    /** The version in which it is answered: the envelope's, or until that is known the media type's. */
    public Soap version() {
        return version;
    }

    public void isOf(Soap version) {
        this.version = version;
    }

    public Message message() {
        if (message == null) throw new IllegalStateException("the message isn't read yet");
        return message;
    }

    public void hasRead(Message message) {
        this.message = message;
    }

    /** Notes the exact bytes of the request's body. */
    public void hasReceived(byte[] body) {
        this.body = body;
    }

    /** Notes for the log who sends and what. */
    public void isFrom(@Nullable UUID caseSystem, UUID identification) {
        this.caseSystem = caseSystem;
        this.identification = identification;
    }

    /** Notes for the log how it was refused. */
    public void isRefused(@Nullable String fault, String reason) {
        this.fault = fault;
        this.reason = kept(reason);
    }

    /** As a column takes it: what can't be kept is left out, and so is what is too long. */
    private static String kept(String reason) {
        return reason.codePoints()
                .filter(each -> each != 0 && Character.getType(each) != Character.SURROGATE)
                .limit(LONGEST_REASON)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Notes the answer's content where it is written already: that text is what is sent. */
    public void isAnsweredWith(String written) {
        this.written = written;
    }

    @Nullable
    String written() {
        return written;
    }

    /** Has something done when the answer has been written to the caller; not where it couldn't be. */
    public void whenAnswered(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    /** The answer has been written to the caller. */
    public void isAnswered() {
        if (afterwards != null) afterwards.run();
    }

    /** The call's row in the log. */
    public CallRow row(Answer answer, Instant sent) {
        return new CallRow(
                id,
                contract.title(),
                message == null ? null : message.operation(),
                "PLAIN",
                null,
                caseSystem,
                identification,
                answer.status(),
                fault,
                reason,
                CallRow.Bytes.of(received, body),
                CallRow.Bytes.of(sent, answer.body()));
    }
}
