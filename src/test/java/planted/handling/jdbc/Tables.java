package planted.handling.jdbc;

/** Nothing wrong with this one. */
public class Tables {}
