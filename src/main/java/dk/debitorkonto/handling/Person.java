package dk.debitorkonto.handling;

import java.util.Set;

/** A person of the collection function, by the name that is written down, with what it may do. */
public record Person(String name, Set<Role> roles) {

    /** What a person may be asked for. */
    public enum Role {
        /** Sees, and authorises within a limit. */
        CASEWORKER,
        /** Authorises over the limit, and as the second of two. */
        APPROVER
    }

    boolean mayAuthorise(boolean second, boolean overLimit) {
        return roles.contains(Role.APPROVER) || (roles.contains(Role.CASEWORKER) && !second && !overLimit);
    }

    boolean mayDecide() {
        return roles.contains(Role.APPROVER) || roles.contains(Role.CASEWORKER);
    }
}
