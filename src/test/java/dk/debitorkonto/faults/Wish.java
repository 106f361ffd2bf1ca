package dk.debitorkonto.faults;

import dk.debitorkonto.faults.Evidence.Kind;
import java.util.UUID;

/**
 * A request before it is sent.
 *
 * @param amount øre by which it lowers the rest, where it is carried out; negative where it raises it
 * @param persons as many have to see it first
 */
record Wish(UUID id, Kind kind, UUID claim, long amount, int persons, String envelope) {}
