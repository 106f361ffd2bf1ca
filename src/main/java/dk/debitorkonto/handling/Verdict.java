package dk.debitorkonto.handling;

import java.util.List;
import java.util.stream.Stream;

/** What a type says of a case. */
public sealed interface Verdict {

    /**
     * What is to be done.
     *
     * @param persons how many persons the type's own condition asks for
     */
    record Does(List<Change> changes, List<Remark> remarks, int persons) implements Verdict {
        public Does {
            changes = List.copyOf(changes);
            remarks = List.copyOf(remarks);
        }

        /** The same, where one person has to authorise it. */
        public Does asksPerson() {
            return new Does(changes, remarks, 1);
        }

        /** The same, with one more remark. */
        public Does remarking(Remark remark) {
            return new Does(
                    changes, Stream.concat(remarks.stream(), Stream.of(remark)).toList(), persons);
        }
    }

    /** The variant decides: of an account's claims it is left out, of listed ones it refuses all. */
    record DoesNotApply(Reason reason, List<String> args) implements Verdict {
        public static DoesNotApply because(Reason reason, Object... args) {
            return new DoesNotApply(
                    reason, java.util.Arrays.stream(args).map(Object::toString).toList());
        }
    }

    /** Refuses the whole handling in any variant. */
    record Refuses(List<Refusal> refusals) implements Verdict {
        public static Refuses because(Refusal refusal) {
            return new Refuses(List.of(refusal));
        }
    }
}
