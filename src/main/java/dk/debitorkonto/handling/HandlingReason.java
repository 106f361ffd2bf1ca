package dk.debitorkonto.handling;

import java.util.UUID;

/**
 * An Årsag that a request may give ({@code reasons/<CODE>.yaml}).
 *
 * @param textRequired whether it says nothing without a text
 */
public record HandlingReason(String code, UUID uuid, String title, boolean textRequired) {}
