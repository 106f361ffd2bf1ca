package planted.claim;

/** Named after what all classes do. */
public class ClaimService {}
