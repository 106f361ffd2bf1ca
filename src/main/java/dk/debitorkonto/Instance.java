package dk.debitorkonto;

import java.util.UUID;

/** This system's own it-system instance: the sender of its answers and of what persons do. */
public record Instance(UUID id) {}
