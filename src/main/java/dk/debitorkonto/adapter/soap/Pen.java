package dk.debitorkonto.adapter.soap;

/** What endpoints read, write and tell time with. */
public record Pen(Causes causes, Xml xml, Times times) {}
