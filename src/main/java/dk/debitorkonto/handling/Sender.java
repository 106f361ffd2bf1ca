package dk.debitorkonto.handling;

import java.util.UUID;

/** Who sends: a CVR and the id of one of its case systems. */
public record Sender(String cvr, UUID instance) {}
