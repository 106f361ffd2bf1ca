package planted.adapter.soap.contract;

/** As the generator makes them. */
public class Generated {}
