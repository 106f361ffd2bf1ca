package dk.debitorkonto.inquiry;

import java.util.Map;
import java.util.UUID;

/**
 * An object that a request changes, before and after.
 *
 * @param kind CLAIM or ACCOUNT
 */
public record EffectView(String kind, UUID id, Map<String, Object> before, Map<String, Object> after) {}
