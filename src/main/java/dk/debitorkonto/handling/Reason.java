package dk.debitorkonto.handling;

/**
 * Why a request is refused, in order of precedence: all refusals of the first level that has any are told.
 *
 * <p>Several reasons may share a code of the contract; each has a sentence of its own in {@code messages_da.properties}.
 */
public enum Reason {
    TYPE_UNKNOWN("DKA-100", Level.TYPE),
    TYPE_NOT_VALID("DKA-101", Level.VALIDITY),
    VARIANT_NOT_ALLOWED("DKA-102", Level.VARIANT),

    PARAMETER_MISSING("DKA-103", Level.FIELDS),
    PARAMETER_INVALID("DKA-103", Level.FIELDS),
    PARAMETER_NOT_TAKEN("DKA-103", Level.FIELDS),
    PARAMETER_DOES_NOT_FIT("DKA-103", Level.FIELDS),
    PERIOD_NOT_TAKEN("DKA-103", Level.FIELDS),
    TOO_FEW_CLAIMS("DKA-103", Level.FIELDS),
    ORIGINAL_UNKNOWN("DKA-103", Level.FIELDS),
    ORIGINAL_DIFFERS("DKA-103", Level.FIELDS),
    REASON_REQUIRED("DKA-104", Level.FIELDS),
    REASON_UNKNOWN("DKA-104", Level.FIELDS),
    REASON_TEXT_REQUIRED("DKA-104", Level.FIELDS),
    EFFECT_IN_FUTURE("DKA-105", Level.FIELDS),
    EFFECT_BEFORE_REGISTRATION("DKA-105", Level.FIELDS),
    EFFECT_BEFORE_ORIGINAL("DKA-105", Level.FIELDS),
    CLAIM_TWICE("DKA-302", Level.FIELDS),
    CLAIM_IN_BOTH_LISTS("DKA-303", Level.FIELDS),
    TOO_MANY_CLAIMS("DKA-304", Level.FIELDS),
    PERIOD_BACKWARDS("DKA-305", Level.FIELDS),

    ACCOUNT_UNKNOWN("DKA-200", Level.ACCOUNTS),
    ACCOUNT_OF_OTHER_SYSTEM("DKA-201", Level.ACCOUNTS),
    ACCOUNT_NOT_OPEN("DKA-202", Level.ACCOUNTS),
    HANDOVER_IS_FINAL("DKA-202", Level.ACCOUNTS),
    SOURCE_IS_TARGET("DKA-203", Level.ACCOUNTS),
    ACCOUNT_OF_OTHER_AUTHORITY("DKA-204", Level.ACCOUNTS),

    CLAIM_UNKNOWN("DKA-300", Level.CLAIMS),
    CLAIM_NOT_ON_ACCOUNT("DKA-301", Level.CLAIMS),

    DEADLINE_PASSED("DKA-414", Level.DEADLINE),
    NOT_AUTHORISED("DKA-412", Level.DEADLINE),

    STATE_FORBIDS("DKA-400", Level.STATE),
    UNDER_RECOVERY("DKA-401", Level.STATE),

    ALREADY_COVERED("DKA-402", Level.HOLDINGS),
    NOTHING_COVERED("DKA-411", Level.HOLDINGS),
    NOTHING_WRITTEN_OFF("DKA-411", Level.HOLDINGS),
    NO_RELATION("DKA-411", Level.HOLDINGS),

    OUTSIDE_PERIOD("DKA-400", Level.CONDITIONS),
    NO_CHARGE_IN_PERIOD("DKA-400", Level.CONDITIONS),
    NOT_OVERDUE("DKA-400", Level.CONDITIONS),
    NOT_REMINDED("DKA-400", Level.CONDITIONS),
    IN_RESPITE("DKA-400", Level.CONDITIONS),
    ON_HOLD("DKA-400", Level.CONDITIONS),
    NO_RESPITE_THEN("DKA-400", Level.CONDITIONS),
    RESPITE_OVERLAPS("DKA-400", Level.CONDITIONS),
    FEES_USED_UP("DKA-400", Level.CONDITIONS),
    FEE_TOO_SOON("DKA-400", Level.CONDITIONS),
    RELATED_ALREADY("DKA-400", Level.CONDITIONS),
    MAIN_CLAIM_IS_RELATED("DKA-400", Level.CONDITIONS),
    HAS_RELATED("DKA-400", Level.CONDITIONS),
    DUE_BEFORE_NEW_OWNER("DKA-400", Level.CONDITIONS),

    ACCOUNT_NOT_SETTLED("DKA-400", Level.OWN),
    ACCOUNT_OPEN_ALREADY("DKA-400", Level.OWN),
    LAST_LIABLE_PARTY("DKA-400", Level.OWN),
    IN_THE_WAY("DKA-400", Level.OWN),
    AMOUNT_EXCEEDS("DKA-410", Level.OWN),
    COVERAGE_EXCEEDS("DKA-410", Level.OWN),
    FEE_OVER_CAP("DKA-410", Level.OWN),
    NOTHING_TO_MOVE("DKA-411", Level.OWN),
    NOT_LIABLE("DKA-411", Level.OWN),
    UNDONE_ALREADY("DKA-411", Level.OWN),
    NO_CORRESPONDING_CLAIM("DKA-413", Level.OWN),

    EFFECT_CHANGED("DKA-415", Level.FINGERPRINT);

    /** The order in which reasons are looked for; the earlier ones are an Afvisning in a receipt. */
    public enum Level {
        TYPE,
        VALIDITY,
        VARIANT,
        FIELDS,
        ACCOUNTS,
        CLAIMS,
        DEADLINE,
        STATE,
        HOLDINGS,
        CONDITIONS,
        OWN,
        FINGERPRINT;

        /** Whether the request itself is wrong, not the state of the accounts. */
        public boolean rejects() {
            return compareTo(DEADLINE) < 0;
        }
    }

    private final String code;
    private final Level level;

    Reason(String code, Level level) {
        this.code = code;
        this.level = level;
    }

    /** The contract's code, as in {@code DKA-410}. */
    public String code() {
        return code;
    }

    public Level level() {
        return level;
    }
}
