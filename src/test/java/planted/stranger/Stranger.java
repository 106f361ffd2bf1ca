package planted.stranger;

/** Of a module that no table knows. */
public class Stranger {}
