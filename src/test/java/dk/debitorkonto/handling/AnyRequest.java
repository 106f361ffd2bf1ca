package dk.debitorkonto.handling;

import java.util.List;
import java.util.UUID;

/** A request that asks for nothing in particular. */
public final class AnyRequest {

    private static final UUID ANY = new UUID(1, 2);

    private AnyRequest() {}

    public static HandlingRequest identifiedBy(UUID identification) {
        return new HandlingRequest(
                identification,
                ANY,
                Variant.ONE_ACCOUNT,
                ANY,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                new HandlingRequest.Parameters.Read(new NoWish()));
    }
}
